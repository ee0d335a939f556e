import type { Table3, Table4 } from './figures.js';
import type { Table3Row } from './rows.js';
import type { Tables } from './tables.js';

/**
 * The tables of several agencies from the tables of each, cell by cell (V10). All must be in the same form.
 * Raises a `TypeError` for an empty list or for tables of different forms: there is no table to answer with.
 */
export function addTables(parts: readonly Tables[]): Tables {
  const [first, ...rest] = parts;
  if (first === undefined) throw new TypeError('no tables to add');
  return rest.reduce(
    (sum, part) => ({ table3: add3(sum.table3, part.table3), table4: add4(sum.table4, part.table4) }),
    first,
  );
}

function add3(a: Table3, b: Table3): Table3 {
  const rows = Object.keys(a) as Table3Row[];
  if (rows.join() !== Object.keys(b).join()) throw new TypeError('tables of different forms cannot be added');
  return Object.fromEntries(rows.map((row) => [row, addCells(a[row]!, b[row]!)]));
}

function add4(a: Table4, b: Table4): Table4 {
  return {
    review: addCells(a.review, b.review),
    suitDirect: addCells(a.suitDirect, b.suitDirect),
    suitAfterReview: addCells(a.suitAfterReview, b.suitAfterReview),
  };
}

function addCells(a: readonly number[], b: readonly number[]): readonly number[] {
  return a.map((value, index) => value + b[index]!);
}
