import { describe, expect, it } from '@jest/globals';
import { textList, textTable } from './text-table.js';

describe('text tables', () => {
  it('align by width: a Chinese character is two wide', () => {
    const table = textTable(
      [{ head: '编号' }, { head: '件数', align: 'right' }],
      [
        ['甲', 1],
        ['long-id', 2_000],
      ],
    );
    expect(table).toBe(['编号     件数', '甲          1', 'long-id  2000'].join('\n'));
  });

  it('hold no colour, no frame, no space at the end of a line', () => {
    expect(textTable([{ head: '甲' }, { head: '乙' }], [['x', '']])).toBe('甲  乙\nx');
  });

  it('lists have no heads', () => {
    expect(
      textList([
        ['现状', '办理中'],
        ['版本号', 3],
      ]),
    ).toBe('现状    办理中\n版本号  3');
    expect(textList([])).toBe('');
  });
});
