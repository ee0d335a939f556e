import { cell3 } from '../cells.js';
import type { FeeFigures } from '../fees.js';
import { rowLabel } from '../labels.js';
import type { NarrativeFigure } from '../narrative/narrative-figures.js';
import { narrativeLabel } from '../narrative/narrative-labels.js';
import { figureAt } from '../report.js';
import { found, notApplicable, type Fault, type Rule } from './rule.js';

const LAPSED = cell3('other.overdueFee', 'total');

/** What the events of cases say about the figures that 六 states. */
const BY_EVENTS: { readonly [key in NarrativeFigure['key']]?: (fees: FeeFigures) => number } = {
  feeNotices: ({ notices }) => notices,
  feeNoticedFen: ({ noticedFen }) => noticedFen,
  feePaidFen: ({ paidFen }) => paidFen,
};

/**
 * V9: fees in 六、其他需要报告的事项, the row （六）2 of cases that lapsed unpaid, and the fee events of the cases say the same. Of a
 * report made elsewhere only the text and the row are known: who sent no notice cannot have a case lapse for want of payment. Sentences about others are left out as in V8.
 */
export const feesCharged: Rule = {
  id: 'V9',
  version: 1,
  title: '六中的收费、（六）2 逾期未缴费与案件的收费记录一致',
  source: '国办函〔2020〕109号；填报惯例',
  reads: ({ form }) => (form === '2021' ? [LAPSED] : []),
  severity: () => 'warning',
  check({ figures, narrative = null, fees = null }) {
    const row = figureAt(figures, LAPSED) ?? null;
    const stated = (narrative ?? []).filter(({ key }) => key === 'overdueFee' || key in BY_EVENTS);
    if (fees === null && stated.length === 0) return notApplicable('文字没有写收费，也没有案件的收费记录');
    return found([...ofRow(row, fees), ...stated.flatMap((one) => ofText(one, row, fees))]);
  },
};

function ofRow(row: number | null, fees: FeeFigures | null): readonly Fault[] {
  if (row === null || fees === null || row === fees.lapsed) return [];
  const message = `${rowLabel('other.overdueFee')} ${String(row)}，而收费记录中逾期未缴费的案件 ${String(fees.lapsed)} 件`;
  return [{ message, cells: [LAPSED] }];
}

function ofText(
  { key, value, sentence }: NarrativeFigure,
  row: number | null,
  fees: FeeFigures | null,
): readonly Fault[] {
  const fault = (against: string, cells: Fault['cells'] = []): readonly Fault[] => [
    { message: `文字“${sentence.trim()}”载明${narrativeLabel(key)} ${String(value)}，而${against}`, cells },
  ];
  if (key === 'overdueFee') {
    const expected = row ?? fees?.lapsed ?? value;
    return expected === value ? [] : fault(`逾期未缴费的为 ${String(expected)} 件`, [LAPSED]);
  }
  const byEvents = fees === null ? null : (BY_EVENTS[key]?.(fees) ?? null);
  if (byEvents !== null) return byEvents === value ? [] : fault(`收费记录为 ${String(byEvents)}`);
  const contradicts = key === 'feeNotices' && value === 0 && row !== null && row > 0;
  return contradicts ? fault(`${rowLabel('other.overdueFee')} ${String(row)} 件`, [LAPSED]) : [];
}
