import type { ReportForm } from '#agency';
import type { CaseCount } from './contribution.js';
import { cellKey, table3Cells, TABLE4_CELLS } from './cells.js';
import type { CellAddress } from './figures.js';
import { cellLabel } from './labels.js';
import { placementsOf, type Placement } from './lineage.js';
import { figureAt } from './report.js';
import { resultRows } from './rows.js';
import type { Tables } from './tables.js';

/** One way in which the lists behind the cells are not a partition, in Chinese, with the cases and cells concerned. */
export interface PartitionFault {
  readonly message: string;
  readonly caseIds: readonly string[];
  readonly cells: readonly CellAddress[];
}

/** What the proof looked at, and what it found; no faults is the proof. */
export interface PartitionProof {
  readonly cases: number;
  readonly faults: readonly PartitionFault[];
}

/**
 * Proves that tables and cases agree: no case is there twice; every case of the year is in exactly one of 一 and 二 and in exactly
 * one of the leaf rows of 三 and 四; every list recounts to its cell. `counts` are the cases of the agencies in the tables.
 */
export function provePartition(
  counts: Iterable<CaseCount>,
  tables: Tables,
  year: number,
  form: ReportForm,
): PartitionProof {
  const tallies = new Map<string, number>();
  const seen = new Set<string>();
  const faults: PartitionFault[] = [];
  for (const count of counts) {
    if (seen.has(count.caseId))
      faults.push({ message: `${count.caseId} 被计入两次`, caseIds: [count.caseId], cells: [] });
    seen.add(count.caseId);
    const placements = placementsOf(count, year, form);
    for (const { cell } of placements) tallies.set(cellKey(cell), (tallies.get(cellKey(cell)) ?? 0) + 1);
    faults.push(...misplaced(count, placements, form));
  }
  return { cases: seen.size, faults: [...faults, ...miscounted(tallies, tables, year, form)] };
}

/** A case in the year stands once on the side of 一 + 二 and once on the side of 三 + 四; any other case in no row at all. */
function misplaced(
  { caseId }: CaseCount,
  placements: readonly Placement[],
  form: ReportForm,
): readonly PartitionFault[] {
  const own = placements.map(({ cell }) => cell).filter((cell) => cell.table === 3 && cell.column !== 'total');
  const among = (rows: readonly string[]) => own.filter((cell) => cell.table === 3 && rows.includes(cell.row));
  const entered = among(['new', 'carriedIn']);
  const left = among([...resultRows(form), 'carriedOut']);
  if (entered.length === left.length && entered.length <= 1) return [];
  const where = [...entered, ...left].map((cell) => cellLabel(cell, form)).join('、') || '无';
  return [{ message: `${caseId} 未恰好计入一处：${where}`, caseIds: [caseId], cells: [...entered, ...left] }];
}

function miscounted(
  tallies: ReadonlyMap<string, number>,
  tables: Tables,
  year: number,
  form: ReportForm,
): readonly PartitionFault[] {
  const figures = { ...tables, table2: null, year, form };
  const cells = [...table3Cells(form), ...TABLE4_CELLS];
  return cells.flatMap((cell) => {
    const listed = tallies.get(cellKey(cell)) ?? 0;
    const shown = figureAt(figures, cell);
    if (shown === listed) return [];
    return [
      {
        message: `${cellLabel(cell, form)}为 ${String(shown ?? '空')}，而名下案件为 ${String(listed)}`,
        caseIds: [],
        cells: [cell],
      },
    ];
  });
}
