import { fenOfYuan10k, MOST_FEN, yuan10kNumber } from '#agency';
import { RuleBroken } from '#kernel';
import { cellKey } from '../cells.js';
import type { CellAddress } from '../figures.js';
import { cellLabel } from '../labels.js';
import { figureInForm } from './figure-in-form.js';
import type { MemberReport } from './member-report.js';

/** A sum over members that never hides what is not known: the known part, and who did not say the rest. */
export interface CellSum {
  readonly known: number;
  /** Ids of the members whose figure is unknown, in their order; none: `known` is the sum. */
  readonly unknown: readonly string[];
}

/**
 * The sum of a cell over members. Money is added in whole fen and comes out in 万元. Raises `sum-too-large` (kind invalid) where a
 * sum could not be exact.
 */
export function sumCell(reports: readonly MemberReport[], cell: CellAddress): CellSum {
  const isMoney = cell.column === 'amount10k';
  let known = 0n;
  const unknown: string[] = [];
  for (const { agency, figures } of reports) {
    const figure = figures === null ? null : figureInForm(figures, cell);
    if (figure === null) unknown.push(agency);
    else known += BigInt(isMoney ? fenOfYuan10k(figure) : figure);
  }
  const sum = exact(known, cellLabel(cell, '2021') + (isMoney ? '（以分计）' : ''), cellKey(cell));
  return { known: isMoney ? yuan10kNumber(sum) : sum, unknown };
}

/** What the sum says as a figure: unknown as long as anybody's part is. */
export function figureOf({ known, unknown }: CellSum): number | null {
  return unknown.length === 0 ? known : null;
}

/** Of counts as of fen: beyond this a JSON number in 万元 is not exact any more. `label` and `key` name the figure. */
export function exact(sum: bigint, label: string, key: string): number {
  if (sum <= BigInt(MOST_FEN)) return Number(sum);
  throw new RuleBroken('sum-too-large', 'scope', `${label}各成员合计超过 ${MOST_FEN}，不能汇总`, { cell: key });
}
