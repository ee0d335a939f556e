import { plain } from '../cells/plain.js';
import { RegisterFault } from '../register-fault.js';
import { textOf, type Sheet } from '../sheet.js';
import { FIELD_NAMES, REGISTER_FIELDS, type RegisterField } from './fields.js';
import type { Mapping } from './mapping.js';

/** Where a field stands: the position of its column from 0, and the head as the register writes it. */
export interface BoundColumn {
  readonly field: RegisterField;
  readonly at: number;
  readonly head: string;
}

/**
 * Finds the columns of the mapping among the heads of the sheet, whatever the width of the characters and the spaces in them.
 * Raises {@link RegisterFault} `register-columns-missing` (all of them at once, with the heads that exist) or
 * `register-columns-ambiguous`.
 */
export function bindColumns({ columns, headerRow }: Mapping, { rows }: Sheet): readonly BoundColumn[] {
  const heads = (rows.find(({ number }) => number === headerRow)?.cells ?? []).map(textOf);
  const plainHeads = heads.map(plain);
  const wanted = FIELD_NAMES.flatMap((field) =>
    columns[field] === undefined ? [] : [{ field, names: columns[field] }],
  );
  const found = wanted.map(({ field, names }) => {
    const plainNames = new Set(names.map(plain));
    const places = plainHeads.flatMap((head, at) => (plainNames.has(head) ? [at] : []));
    return { field, names, places };
  });
  const missing = found.filter(({ places }) => places.length === 0);
  if (missing.length > 0) throw missingColumns(missing, heads, headerRow);
  const ambiguous = found.filter(({ places }) => places.length > 1);
  if (ambiguous.length > 0) throw ambiguousColumns(ambiguous, heads);
  return found.map(({ field, places: [at] }) => ({ field, at: at!, head: heads[at!]!.trim() }));
}

interface Wanted {
  readonly field: RegisterField;
  readonly names: readonly string[];
  readonly places: readonly number[];
}

function missingColumns(missing: readonly Wanted[], heads: readonly string[], headerRow: number): RegisterFault {
  const there = heads.map((head) => head.trim()).filter((head) => head !== '');
  const what = missing.map(({ field, names }) => `${names.join('/')}（${REGISTER_FIELDS[field].label}）`).join('、');
  return new RegisterFault(
    'register-columns-missing',
    `台账第 ${headerRow} 行没有列：${what}；该行现有：${there.join('、') || '空白'}`,
    { missing: missing.map(({ field }) => field), heads: there },
  );
}

function ambiguousColumns(ambiguous: readonly Wanted[], heads: readonly string[]): RegisterFault {
  const what = ambiguous.map(
    ({ field, places }) =>
      `${REGISTER_FIELDS[field].label}：${places.map((at) => `${letters(at)} 列“${heads[at]!.trim()}”`).join('、')}`,
  );
  return new RegisterFault(
    'register-columns-ambiguous',
    `有几列都可对应同一项，请改列名或对照文件：${what.join('；')}`,
    {
      ambiguous: ambiguous.map(({ field }) => field),
    },
  );
}

/** Name of a column as spreadsheets write it: 0 is A, 26 is AA. */
function letters(at: number): string {
  return (at >= 26 ? letters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26));
}
