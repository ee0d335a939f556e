/** The people of an invented office, by staff id. The names are the placeholders of every Chinese textbook: 张三, 李四, 王五 ... */
export interface Office {
  readonly agency: string;
  /** Begins the case numbers, such as `HZ`. */
  readonly prefix: string;
  /** Begins the numbers of documents, such as `洪公开`. */
  readonly documents: string;
  readonly handlers: readonly string[];
  /** Never one of the handlers: four eyes. */
  readonly reviewers: readonly string[];
  readonly head: string;
  /** Keeps the system: founds agencies, closes years. */
  readonly operator: string;
}

/** A district government's office. */
export const HONGZE: Office = {
  agency: 'hongze',
  prefix: 'HZ',
  documents: '洪公开',
  handlers: ['zhang-san', 'wang-wu', 'sun-qi'],
  reviewers: ['li-si', 'zhou-ba'],
  head: 'zhao-liu',
  operator: 'zheng-shi',
};

/** A town's office: one clerk, part of the time. */
export const SONGZHUANG: Office = {
  agency: 'songzhuang',
  prefix: 'SZ',
  documents: '送公开',
  handlers: ['chen-er'],
  reviewers: ['liu-yi'],
  head: 'liu-yi',
  operator: 'liu-yi',
};

/** An office in which everything happens that can happen. */
export const DEMO: Office = {
  agency: 'demo',
  prefix: 'DEMO',
  documents: '示公开',
  handlers: ['zhang-san'],
  reviewers: ['li-si'],
  head: 'zhao-liu',
  operator: 'zheng-shi',
};
