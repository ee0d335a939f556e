import { describe, expect, it } from '@jest/globals';
import type { TableCell } from '../layout/table-grid.js';
import { drawGrid } from './grid.js';

const cell = (text: string, row: number, column: number, rows = 1, columns = 1): TableCell => ({
  text,
  row,
  column,
  rows,
  columns,
  kind: 'label',
});

describe('a grid with merged cells', () => {
  it('draws a cell over rows and columns in the middle of its place', () => {
    const cells = [cell('甲', 0, 0, 2, 2), cell('乙', 0, 2), cell('丙', 1, 2), cell('1', 2, 0), cell('丁', 2, 1, 1, 2)];
    expect(drawGrid(cells, [2, 2, 2])).toEqual([
      '┌─────────┬────┐',
      '│         │ 乙 │',
      '│ 甲      ├────┤',
      '│         │ 丙 │',
      '├────┬────┴────┤',
      '│ 1  │ 丁      │',
      '└────┴─────────┘',
    ]);
  });

  it('makes rows as high as their text, the last one of a merged cell if need be', () => {
    const cells = [cell('甲乙丙丁戊己', 0, 0, 2, 1), cell('1', 0, 1), cell('2', 1, 1)];
    expect(drawGrid(cells, [2, 1])).toEqual([
      '┌────┬───┐',
      '│ 甲 │ 1 │',
      '│ 乙 ├───┤',
      '│ 丙 │   │',
      '│ 丁 │ 2 │',
      '│ 戊 │   │',
      '│ 己 │   │',
      '└────┴───┘',
    ]);
  });

  it('refuses a table with a hole, an overlap or a cell outside', () => {
    expect(() => drawGrid([cell('甲', 0, 0)], [2, 2])).toThrow('hole');
    expect(() => drawGrid([cell('甲', 0, 0), cell('乙', 0, 0)], [2])).toThrow('乙');
    expect(() => drawGrid([cell('甲', 0, 0, 1, 2)], [2])).toThrow('outside');
  });
});
