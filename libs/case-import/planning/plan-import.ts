import { yearOf } from '#kernel';
import { bindColumns, type BoundColumn } from '../mapping/bind-columns.js';
import type { Mapping } from '../mapping/mapping.js';
import { dataRows } from '../rows/data-rows.js';
import { RowReader } from '../rows/read-row.js';
import type { RegisterFacts, RowFault, RowPlace } from '../rows/register-row.js';
import { rowHash } from '../rows/row-hash.js';
import type { Sheet, SheetRow } from '../sheet.js';
import { planRow, type AcceptedRow } from './plan-row.js';
import type { RehearsalSurroundings } from './rehearse.js';

/** A row that is left out though nothing is wrong with it. */
export interface PassedOverRow extends RowPlace {
  readonly because: 'repeated' | 'total' | 'ended-before-opening';
  /** Chinese. */
  readonly reason: string;
}

/** A row that cannot be taken over. */
export interface RefusedRow extends RowPlace {
  readonly faults: readonly RowFault[];
}

/** What becomes of every row of a register. Each row is in exactly one of the lists, or blank. */
export interface ImportPlan {
  readonly accepted: readonly AcceptedRow[];
  readonly refused: readonly RefusedRow[];
  readonly passedOver: readonly PassedOverRow[];
  readonly blank: number;
  /** What people should know about the file. Chinese. */
  readonly notes: readonly string[];
}

/** What a plan is made from. */
export interface ImportRequest {
  readonly sheet: Sheet;
  readonly mapping: Mapping;
  /** Name of the file and SHA-256 of its bytes. */
  readonly file: { readonly name: string; readonly sha256: string };
  readonly surroundings: RehearsalSurroundings;
  /** The first year kept here: what was over before it is left out. `null`: everything is taken over. */
  readonly openingYear: number | null;
}

/**
 * Plans the import of a register: row by row, yielding how many rows are judged, answering with the plan. Nothing is recorded.
 * A number that stands twice: equal rows count once; rows that differ are all refused, because nobody knows which is right.
 * Raises {@link RegisterFault} for columns that are missing or ambiguous.
 */
export function* planImport(request: ImportRequest): Generator<number, ImportPlan> {
  const { sheet, mapping } = request;
  const columns = bindColumns(mapping, sheet);
  const reader = new RowReader(mapping, columns);
  const { rows, blank, totals } = dataRows(sheet, mapping.headerRow, (row) => reader.numberOf(row));
  const placed = rows.map((row) => ({ row, place: placeOf(row, reader, columns) }));
  const numbers = new Map(Map.groupBy(placed, ({ place }) => place.caseNumber));
  numbers.delete('');

  const accepted: AcceptedRow[] = [];
  const refused: RefusedRow[] = [];
  const passedOver: PassedOverRow[] = totals.map((row) => ({
    ...placeOf(row, reader, columns),
    because: 'total',
    reason: '合计行，不是申请件',
  }));
  for (const [count, { row, place }] of placed.entries()) {
    if (count % ROWS_BETWEEN_REPORTS === 0) yield count;
    const verdict = judge(row, place, numbers.get(place.caseNumber)?.map((one) => one.place) ?? [place]);
    if ('accepted' in verdict) accepted.push(verdict.accepted);
    else if ('faults' in verdict) refused.push({ ...place, faults: verdict.faults });
    else passedOver.push({ ...place, ...verdict });
  }
  return { accepted, refused, passedOver, blank, notes: [...sheet.notes, ...hiddenRows(rows)] };

  function judge(row: SheetRow, place: RowPlace, namesakes: readonly RowPlace[]): Verdict {
    const first = namesakes[0]!;
    if (namesakes.some(({ rowSha256 }) => rowSha256 !== first.rowSha256))
      return { faults: [ambiguous(namesakes, place)] };
    if (first !== place) return { because: 'repeated', reason: `与第 ${first.row} 行完全相同，只登记一次` };
    const reading = reader.read(row);
    if ('faults' in reading) return reading;
    if (request.openingYear !== null && endedBefore(reading.facts, request.openingYear)) {
      return { because: 'ended-before-opening', reason: `${request.openingYear} 年以前已办结，不属于期初在办` };
    }
    const { name, sha256 } = request.file;
    const source = { file: name, fileSha256: sha256, sheet: sheet.name, row: place.row, rowSha256: place.rowSha256 };
    return planRow({ row, facts: reading.facts, source }, mapping, columns, request.surroundings);
  }

  function ambiguous(namesakes: readonly RowPlace[], place: RowPlace): RowFault {
    const others = namesakes.filter((one) => one !== place).map((one) => one.row);
    const column = columns.find(({ field }) => field === 'caseNumber')?.head ?? null;
    const reason = `登记编号重复而内容不同，与第 ${others.join('、')} 行冲突，都不登记`;
    return { field: 'caseNumber', column, value: place.caseNumber, reason };
  }
}

const ROWS_BETWEEN_REPORTS = 500;

type Verdict =
  | { readonly accepted: AcceptedRow }
  | { readonly faults: readonly RowFault[] }
  | Pick<PassedOverRow, 'because' | 'reason'>;

function placeOf(row: SheetRow, reader: RowReader, columns: readonly BoundColumn[]): RowPlace {
  return { row: row.number, rowSha256: rowHash(columns, row), caseNumber: reader.caseNumberOf(row) };
}

/** Nothing of the case reaches the year: it ended before, and so did every dispute about it. */
function endedBefore(facts: RegisterFacts, year: number): boolean {
  const before = (date: RegisterFacts['endedOn']) => date !== undefined && yearOf(date) < year;
  const over = (filed: RegisterFacts['endedOn'], concluded: RegisterFacts['endedOn']) =>
    filed === undefined || before(concluded);
  return (
    before(facts.endedOn) &&
    over(facts.reconsiderationFiledOn, facts.reconsiderationConcludedOn) &&
    over(facts.litigationFiledOn, facts.litigationConcludedOn)
  );
}

function hiddenRows(rows: readonly SheetRow[]): readonly string[] {
  const hidden = rows.filter((row) => row.hidden).map(({ number }) => number);
  if (hidden.length === 0) return [];
  const some = hidden.slice(0, 20).join('、');
  return [`有 ${hidden.length} 个隐藏行（第 ${some} 行${hidden.length > 20 ? '等' : ''}），同其他行一样处理`];
}
