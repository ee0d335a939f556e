import { namingsIn, nameAt, type Naming, type Speaker } from './bodies-named.js';

/** What may stand before the subject of a clause: when, and how it joins the one before. */
const TIME = String.raw`20\d\d年度?|今年|本年度?|全年|年内|一年来|同期|截至.{0,12}?[日底末]`;
const BEFORE = new RegExp(`^(?:${TIME}|其中|同时|此外|另外|另|而|且|并|由)*`, 'u');

/** What may stand between the subject and what it did. */
const BETWEEN = new RegExp(
  `^(?:${TIME}|总?共|一共|累计|共计|合计|总计|已|均|也|还|又|则|依法|按时|按期|及时|全部|实际|先后|分别|直接|自行|新|被)*$`,
  'u',
);

/** Whoever is named behind these did what follows. */
const MADE_TO =
  /(?:指导|督促|督导|协助|帮助|辅导|组织|要求|推动|责成|敦促|引导|委托|安排|协调|检查|抽查|转交|移交|交由|由)$/u;

/** Together with them it was done: they are not the subject alone. */
const TOGETHER = /(?:会同|协同|联合|配合|连同|和|与|同)$/u;

/** Who is named behind these is not who did it. */
const ADDRESSED = /[向给对为从跟报送]$/u;

/** Another time than the year of the report: other years, several, or a part of it; 与去年相比 only compares with one. */
const OTHER_TIMES = new RegExp(
  [
    '(?<![与较比同和])(?:(?:上一?年|去年)(?!度?结转)|前年|前一年|往年)',
    '历年|近[两二三四五六七八九十\\d]+年|[两二三四五六七八九十\\d]+年来|(?:施行|实施|开通|成立)以来',
    '20\\d\\d年?[至到—–~-]+20\\d\\d年|[上下]半年|季度|月份|(?<!\\d)(?!1月?[至到—–~-]+12月)\\d{1,2}月?[至到—–~-]+\\d{1,2}月(?!\\d)',
  ].join('|'),
  'u',
);

/** A figure, which makes of a clause one in a list of figures of the same subject. */
const FIGURE = /\d(?:件|宗|起|例|条|元|份|次|个)/u;

/**
 * Whether the figure at a place of a sentence, in half width and without spaces, is evidently not one of the tables: the clause that it
 * stands in has another body, another scope or another time for its subject, or has none and goes on from one that does. Where nothing
 * is said, the speaker speaks of itself and its year; what is not evident is taken for that, too.
 */
export function isAboutAnother(plain: string, index: number, speaker: Speaker): boolean {
  const clauses = plain.slice(0, index).split(/[，,；;：:（）()]/u);
  const last = clauses.length - 1;
  const subjects = clauses.map((clause, at) => isOwnSubject(clause, at === last, speaker));
  const times = clauses.map((clause) => isOwnTime(clause, speaker.year));
  return [subjects, times].some((each) => each.findLast((own) => own !== null) === false);
}

/**
 * `null` where the clause has no subject. In one before that of the figure another body is one only with a figure of its own, or with
 * nothing said of it: that 各部门 attend to something says nothing of whose applications are counted next.
 */
function isOwnSubject(clause: string, isBeforeFigure: boolean, speaker: Speaker): boolean | null {
  const start = BEFORE.exec(clause)?.[0].length ?? 0;
  let own: boolean | null = null;
  for (const naming of withNames(clause, start, speaker)) {
    const before = clause.slice(0, naming.at);
    if (naming.isOwn) {
      if (!ADDRESSED.test(before)) own = true;
      continue;
    }
    const isAlone = BETWEEN.test(clause.slice(naming.end));
    if (!isBeforeFigure && !isAlone && !FIGURE.test(clause)) continue;
    // 全区各部门、各乡镇 are the whole of a region.
    if (own === true && speaker.scope === 'region' && /全.{1,2}(?:.{1,20}[、和及])?$/u.test(before)) continue;
    const isDoing = isAlone && isBeforeFigure && !TOGETHER.test(before);
    if (naming.at <= start || isDoing || MADE_TO.test(before)) own = false;
  }
  return own;
}

/** The closed vocabulary, and names of bodies where a subject can begin: at the start, behind who is made to do it. */
function withNames(clause: string, start: number, speaker: Speaker): readonly Naming[] {
  const known = namingsIn(clause, speaker);
  const starts = [...clause].map((_, at) => at).filter((at) => at === start || MADE_TO.test(clause.slice(0, at)));
  const names = starts.flatMap((at) => nameAt(clause, at, speaker) ?? []);
  const isCovered = (name: Naming) => known.some((one) => one.at <= name.at && name.at < one.end);
  return [...known, ...names.filter((name) => !isCovered(name))].sort((a, b) => a.at - b.at);
}

/** `null` where the clause names no time. */
function isOwnTime(clause: string, year: number): boolean | null {
  if (OTHER_TIMES.test(clause)) return false;
  const years = [...clause.matchAll(/(20\d\d)年/gu)].map(([, digits]) => Number(digits));
  if (years.length > 0) return years.includes(year);
  return /今年|本年|全年/u.test(clause) ? true : null;
}
