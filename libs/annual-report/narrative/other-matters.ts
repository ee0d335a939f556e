/** Words that are about applications for information, or what follows from them. */
const OWN = '依申请|申请|政府信息|信息公开|行政复议|行政诉讼|收费通知|信息处理费';

/** What people apply for that is no information; without 申请 behind them most of these words mean something else. */
const APPLIED_FOR =
  '信访|投诉|举报|(?:行政)?许可|登记|救助|补贴|补助|低保|住房保障|工伤认定|劳动能力鉴定|仲裁|职称|资助|项目';

/** What else a body receives and answers, in the general terms of all. */
const RECEIVED = '热线|工单|信访|投诉|举报|行政许可|提案|议案|建议|意见|留言|来信|来访|信箱|咨询|求助|诉求|网民|办件';

/** What is counted. */
const UNIT = '件|宗|起|例|条|份|次|个|封|批|人次';

/** The number of the hotline, not that of what was counted (办结申请12345件). */
const HOTLINE = `(?<!\\d)12345(?!\\d|${UNIT})`;

const MARKER = new RegExp(
  `(?<other>(?:${APPLIED_FOR})(?:类|事项|等|业务)?申请|${HOTLINE}|${RECEIVED})|(?<own>${OWN})`,
  'gu',
);

/** The reason of the official form that names petitions: a result of applications for information. */
const OFFICIAL_LABEL = /信访、?举报、?投诉类?(?:申请)?/gu;

/** A count, which makes of a clause one that says how many there were of its matter. */
const COUNT = new RegExp(`\\d[余多万]*(?:${UNIT})`, 'u');

/** Commas within a number end no clause. */
const THOUSANDS = /(?<=\d)[,，](?=\d{3}(?!\d))/gu;

/**
 * Whether the figure that `words` state at a place of a sentence, in half width and without spaces, is evidently not one of applications
 * for information: the matter named last, in its own clause or as counted in one before, is another (受理12345热线工单50件，办结50件). Words
 * that name an application themselves are about one; where no matter is named, the report speaks of its applications. Items published
 * (条) are never asked.
 */
export function isOfAnotherMatter(plain: string, index: number, words: string): boolean {
  if (words.endsWith('条')) return false;
  const text = (plain.slice(0, index) + words).replaceAll(OFFICIAL_LABEL, '申请').replaceAll(THOUSANDS, '');
  const clauses = text.split(/[，,；;：:（）()]/u);
  const last = clauses.length - 1;
  for (const [at, clause] of [...clauses.entries()].reverse()) {
    const matters = [...clause.matchAll(MARKER)].map(({ groups }) => groups?.['own'] !== undefined);
    const isCounted = at === last || COUNT.test(clause);
    // That another matter is mentioned says nothing of what is counted next.
    const isOwn = isCounted ? matters.at(-1) : matters.find((own) => own);
    if (isOwn !== undefined) return !isOwn;
  }
  return false;
}
