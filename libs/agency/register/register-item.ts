/** 规章 and 行政规范性文件, the documents of 第二十条第（一）项. */
export const DOCUMENT_KINDS = ['regulations', 'normativeDocuments'] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** What the kinds of documents are called. */
export const DOCUMENT_KIND_LABELS: Readonly<Record<DocumentKind, string>> = {
  regulations: '规章',
  normativeDocuments: '行政规范性文件',
};

/** 行政许可, 其他对外管理服务事项 (2019 form only), 行政处罚, 行政强制. */
export const DECISION_KINDS = ['licensing', 'otherServices', 'penalty', 'coercion'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number];

/** Kinds of items whose inventory the 2019 form asks for: the above and 行政事业性收费. */
export const INVENTORY_KINDS = [...DECISION_KINDS, 'fees'] as const;
export type InventoryKind = (typeof INVENTORY_KINDS)[number];

/** What decisions are made on, and what is counted in inventories. */
export const INVENTORY_KIND_LABELS: Readonly<Record<InventoryKind, string>> = {
  licensing: '行政许可',
  otherServices: '其他对外管理服务事项',
  penalty: '行政处罚',
  coercion: '行政强制',
  fees: '行政事业性收费',
};

/**
 * What a register counts, one integer each, per agency and year:
 * - `made`, `repealed`, `published`: documents in the year;
 * - `balance`: documents in force at the end of the year (现行有效), only where an opening balance is stated in that year;
 * - `publishedBalance`: the same for documents open to the public (对外公开总数量);
 * - `decisions`: decisions in the year; `items`: the inventory last stated in the year; money in fen;
 * - `publications.["channel","category"]`: items published by channel and category, or `publications.["channel"]`.
 */
export type RegisterItem =
  | `${DocumentKind}.${'made' | 'repealed' | 'published' | 'balance' | 'publishedBalance'}`
  | `${DecisionKind}.decisions`
  | `${InventoryKind}.items`
  | 'fees.fen'
  | 'procurement.projects'
  | 'procurement.fen'
  | `publications.${string}`;

/** Integers by item. An item is absent where nothing is on record: unknown is not zero. */
export type RegisterItems = { readonly [item in RegisterItem]?: number };

/** Adds up amounts by item, whatever their order. */
export function sumByItem(amounts: Iterable<readonly [RegisterItem, number]>): RegisterItems {
  const sums: { [item in RegisterItem]?: number } = {};
  for (const [item, amount] of amounts) sums[item] = (sums[item] ?? 0) + amount;
  return sums;
}

/** The items on record with their counters. */
export function itemEntries(items: RegisterItems): readonly (readonly [RegisterItem, number])[] {
  return Object.entries(items) as [RegisterItem, number][];
}
