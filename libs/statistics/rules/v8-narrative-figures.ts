import { cell3, cell4 } from '../cells.js';
import type { CellAddress } from '../figures.js';
import { figureOfKey, handledFigures, type TableFigure } from '../narrative/figure-of-key.js';
import { NARRATIVE_KEYS, type NarrativeFigure, type NarrativeKey } from '../narrative/narrative-figures.js';
import { narrativeLabel } from '../narrative/narrative-labels.js';
import { figureAt, type ReportFigures } from '../report.js';
import { found, notApplicable, type Fault, type Rule, type RuleContext } from './rule.js';

/** Figures of 六, which V9 compares. */
const OF_FEES: readonly string[] = ['feeNotices', 'feeNoticedFen', 'feePaidFen', 'overdueFee'];

/**
 * V8: what the running text states is what the tables say. A figure that the tables do not show, or leave blank, is not compared; in
 * a report made here one with an unknown part is not, either. Nor is a sentence that is evidently about another body, another scope or
 * another time than the tables (指导乡镇办结申请3件, 全区受理申请41件, 去年收到申请2件), or about another matter (受理12345热线工单50件，办结50件): it is
 * true all the same, and those who read the text leave it out. A sentence that names nobody is about the report's own figures, whatever the report is of. The
 * government's own applications are at most those of its territory. Where a report made elsewhere gives a figure several values and one of
 * them is that of the table, the others may count a part (the own office): that is told and neither passes nor fails. In a report
 * made here every sentence must agree.
 */
export const narrativeFigures: Rule = {
  id: 'V8',
  version: 4,
  title: '文字中的数字与各表一致',
  source: '填报惯例',
  reads: cellsCompared,
  severity: () => 'warning',
  check({ narrative = null, figures, origin }) {
    const stated = narrative?.filter(({ key }) => !OF_FEES.includes(key)) ?? [];
    if (stated.length === 0) return notApplicable('文字中没有可以核对的数字');
    const doubtful = origin === 'published' ? doubtfulKeys(stated, figures) : [];
    const faults = stated.filter(({ key }) => !doubtful.includes(key)).flatMap((one) => faultOf(one, figures, origin));
    if (doubtful.length === 0) return found(faults);
    const doubt = doubtful.map((key) => doubtOn(key, stated)).join('；');
    return faults.length === 0 ? notApplicable(doubt) : found(faults, doubt);
  },
};

/** Figures of which one statement is that of the tables, and another is not. */
function doubtfulKeys(stated: readonly NarrativeFigure[], figures: ReportFigures): readonly NarrativeKey[] {
  const keys = [...new Set(stated.map(({ key }) => key))];
  return keys.filter((key) => {
    const same = stated.filter((one) => one.key === key);
    const wrong = same.filter((one) => faultOf(one, figures, 'published').length > 0).length;
    return wrong > 0 && wrong < same.length;
  });
}

function doubtOn(key: NarrativeKey, stated: readonly NarrativeFigure[]): string {
  const same = stated.filter((one) => one.key === key);
  const quotes = same.map(({ value, sentence }) => `“${sentence.trim()}”载明 ${String(value)}`);
  return `文字多处写明的${narrativeLabel(key)}不同，其中有与表一致的，不能判断：${quotes.join('，')}`;
}

function cellsCompared(figures: ReportFigures): readonly CellAddress[] {
  const keys = NARRATIVE_KEYS.filter((key) => !OF_FEES.includes(key));
  return [
    ...keys.flatMap((key) => figureOfKey(key, figures)?.cells ?? []),
    cell3('resolvedTotal', 'total'),
    cell4('review', 'total'),
  ];
}

function faultOf(one: NarrativeFigure, figures: ReportFigures, origin: RuleContext['origin']): readonly Fault[] {
  const { key, value, sentence } = one;
  const meanings =
    key === 'handled' ? handledFigures(figures) : [figureOfKey(key, figures)].filter((each) => each !== null);
  if (meanings.length === 0 || meanings.some((each) => agrees(one, each))) return [];
  if (origin === 'computed' && !meanings.every((each) => isKnown(each, figures))) return [];
  const inTables = meanings.map((each) => String(each.value)).join(' 或 ');
  const message = `文字“${sentence.trim()}”载明 ${String(value)}，而${narrativeLabel(key)}为 ${inTables}`;
  return [{ message, cells: meanings.flatMap((each) => each.cells) }];
}

/** Practice leaves cells blank for 0; here a blank is a figure that some member did not tell. */
function isKnown({ cells }: TableFigure, figures: ReportFigures): boolean {
  return cells.every((cell) => figureAt(figures, cell) !== null);
}

function agrees({ key, value }: NarrativeFigure, inTables: TableFigure): boolean {
  const isPart = key === 'ownLevelNew' || key === 'ownLevelCarriedOut';
  return isPart ? value <= inTables.value : value === inTables.value;
}
