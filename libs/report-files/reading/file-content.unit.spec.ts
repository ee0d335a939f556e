import { describe, expect, it } from '@jest/globals';
import type { Block } from '#annual-report';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { utils, write, type WorkSheet } from '@e965/xlsx';
import { toGb18030 } from '../testkit/gb18030.js';
import { readReportFile } from './read-report-file.js';

const read = (content: string | Buffer, name = 'x') => readReportFile({ name, bytes: Buffer.from(content) });
const blocksIn = async (content: string | Buffer) => (await read(content)).document.blocks;
const shown = (blocks: readonly Block[]) =>
  blocks.map((block) =>
    block.kind === 'line' ? block.text : block.cells.map(({ row, column, text }) => `${row},${column}:${text}`),
  );

describe('text', () => {
  it('has its lines numbered as an editor counts them', async () => {
    expect(await blocksIn('一\r\n\r\n二\f三\n四')).toEqual([
      { kind: 'line', text: '一', place: '第 1 行' },
      { kind: 'line', text: '', place: '第 2 行' },
      { kind: 'line', text: '二', place: '第 3 行' },
      { kind: 'line', text: '三', place: '第 3 行' },
      { kind: 'line', text: '四', place: '第 4 行' },
    ]);
  });

  it.each([
    ['utf-8', Buffer.from('公开')],
    ['utf-8', Buffer.from('\uFEFF公开')],
    ['utf-16le', Buffer.from('\uFEFF公开', 'utf16le')],
    ['utf-16be', Buffer.from('\uFEFF公开', 'utf16le').swap16()],
    ['gb18030', toGb18030('公开')],
  ])('in %s is read without its mark', async (encoding, bytes) => {
    const { document, ...facts } = await read(bytes);
    expect([facts.encoding, shown(document.blocks)]).toEqual([encoding, ['公开']]);
  });

  it('whose declaration is not true is read in what it is', async () => {
    const page = (charset: string) => `<meta charset="${charset}"><p>公开</p>`;
    expect(shown(await blocksIn(page('gb2312')))).toEqual(['公开']);
    expect(shown(await blocksIn(toGb18030(page('utf-8'))))).toEqual(['公开']);
  });
});

describe('Markdown', () => {
  it('with escaped signs, entities, and what programs write for a blank', async () => {
    const blocks = await blocksIn('| 1\\.属于国家秘密 | 18\\.5 | NaN |\n|---|---|---|\n| nan | &nbsp; | \\+2 |');
    expect(shown(blocks)).toEqual([['0,0:1.属于国家秘密', '0,1:18.5', '0,2:', '1,0:', '1,1:\u00A0', '1,2:+2']]);
  });

  it('with missing outer pipes, escaped pipes and rows of other lengths', async () => {
    expect(shown(await blocksIn('信息 | 件\\|数\n---|:-:\n规章 | 0 | 1\n**行** |\n\n正文 | 不是表'))).toEqual([
      ['0,0:信息', '0,1:件|数', '1,0:规章', '1,1:0', '1,2:1', '2,0:行'],
      '',
      '正文 | 不是表',
    ]);
  });

  it('with the line of dashes in the wrong place begins a new table there', async () => {
    expect(shown(await blocksIn('| 业 | 构 |\n|---|---|\n| 一 | 1 |\n| 0 | 0 |\n|---|---|\n| - | - |'))).toEqual([
      ['0,0:业', '0,1:构', '1,0:一', '1,1:1'],
      ['0,0:0', '0,1:0', '1,0:-', '1,1:-'],
    ]);
  });

  it('with tables of HTML in it', async () => {
    const blocks = await blocksIn('# 标题\n<table><tr><td>甲</td><td>1</td></tr></table>\n\n|a|b|\n|--|--|\n');
    expect(shown(blocks)).toEqual(['# 标题', '', ['0,0:甲', '0,1:1'], '', '', ['0,0:a', '0,1:b'], '']);
  });
});

describe('HTML', () => {
  it('shows what a browser shows: no scripts, styles, comments or hidden text', async () => {
    const page = `<html><head><title>t</title><script>document.write('99')</script></head><body>
      <!-- 99 --><style>p{}</style><p>甲<span style="color:red; DISPLAY : none">99</span>乙<br>丙&nbsp;丁</p>
      <p hidden>99</p><noscript>戊</noscript><p>a  b
      c</p></body></html>`;
    expect(shown(await blocksIn(page))).toEqual(['甲乙', '丙\u00A0丁', '戊', 'a b c']);
  });

  it('sees through tables that are there for the layout', async () => {
    const real = '<table><tr><td>甲</td><td>1</td></tr></table>';
    const page = `<table><tr><td>导航</td></tr><tr><td><table><tr><td>${real}</td><td>${real}</td></tr></table></td></tr></table>`;
    expect(shown(await blocksIn(page))).toEqual(['导航', ['0,0:甲', '0,1:1'], ['0,0:甲', '0,1:1']]);
  });

  it('keeps a table whose cell holds a frame of one cell', async () => {
    const page = '<table><tr><td><table><tr><td>甲</td></tr></table></td><td>1</td></tr></table>';
    expect(shown(await blocksIn(page))).toEqual([['0,0:甲', '0,1:1']]);
  });

  it('places cells behind those that reach down, and cuts spans at the end of the part', async () => {
    const page = `<table><thead><tr><th rowspan=9>a</th><th colspan=2>b</th></tr><tr><th>c<th>d</tr></thead>
      <tbody><tr><td rowspan=0>e<td>f<td>g</tr><tr><td>h<td>i</tr></tbody></table>`;
    const [grid] = await blocksIn(page);
    expect(grid).toMatchObject({ kind: 'grid' });
    expect(shown([grid!])).toEqual([['0,0:a', '0,1:b', '1,1:c', '1,2:d', '2,0:e', '2,1:f', '2,2:g', '3,1:h', '3,2:i']]);
    const spans = grid?.kind === 'grid' ? grid.cells.map(({ text, rowSpan }) => [text, rowSpan]) : [];
    expect(Object.fromEntries(spans)).toMatchObject({ a: 2, e: 2, b: 1 });
  });
});

describe('workbooks', () => {
  const bookOf = (sheet: WorkSheet, hidden = false) => {
    const book = utils.book_new();
    utils.book_append_sheet(book, sheet, '表三');
    utils.book_append_sheet(book, utils.aoa_to_sheet([['草稿', 99]]), '底稿');
    book.Workbook = { Sheets: [{ Hidden: 0 }, { Hidden: hidden ? 1 : 0 }] };
    return write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer;
  };

  it('give numbers as stored, whatever the format displays, and dates as displayed', async () => {
    const sheet = utils.aoa_to_sheet([
      ['甲', 7730.28, 0.1 + 0.2],
      ['乙', 1200, 45_292],
    ]);
    Object.assign(sheet['B1'] as object, { z: '0' });
    Object.assign(sheet['B2'] as object, { z: '0,"千"' });
    Object.assign(sheet['C2'] as object, { z: 'yyyy-mm-dd' });
    const { document, notes } = await read(bookOf(sheet, true));
    expect(shown(document.blocks)).toEqual([
      ['0,0:甲', '0,1:7730.28', '0,2:0.3', '1,0:乙', '1,1:1200', '1,2:2024-01-01'],
    ]);
    expect(notes).toEqual(['工作表“底稿”是隐藏的，未读取']);
  });

  it('give the kept result of a formula, and never calculate one', async () => {
    const parts = unzipSync(bookOf(utils.aoa_to_sheet([['合计', 1, 2, 3]]), true));
    const name = 'xl/worksheets/sheet1.xml';
    const xml = strFromU8(parts[name]!)
      .replace('<c r="B1">', '<c r="B1"><f>40+2</f>')
      .replace(/<c r="C1">.*?<\/c>/, '<c r="C1"><f>SUM(A1:B1)</f><v></v></c>');
    const { document, notes } = await read(Buffer.from(zipSync({ ...parts, [name]: strToU8(xml) })));
    expect(shown(document.blocks)).toEqual([['0,0:合计', '0,1:1', '0,2:=SUM(A1:B1)', '0,3:3']]);
    expect(notes[0]).toBe('工作表“表三”有 2 个公式：取文件中保存的结果，未重新计算');
  });

  it('leave out hidden rows and columns and what merged cells cover, and say so', async () => {
    const sheet = utils.aoa_to_sheet([
      ['甲', '隐', 1, '盖'],
      ['隐', '隐', 99, 99],
      ['乙', '隐', 2, 3],
    ]);
    sheet['!rows'] = [{}, { hidden: true }];
    sheet['!cols'] = [{}, { hidden: true }];
    sheet['!merges'] = [{ s: { r: 0, c: 2 }, e: { r: 0, c: 3 } }];
    const { document, notes } = await read(bookOf(sheet, true));
    const [grid] = document.blocks;
    expect(shown(document.blocks)).toEqual([['0,0:甲', '0,1:1', '1,0:乙', '1,1:2', '1,2:3']]);
    expect(grid?.kind === 'grid' && grid.cells[1]).toMatchObject({ columnSpan: 2 });
    expect(notes[0]).toBe('工作表“表三”有隐藏的 1 行、1 列，未读取');
  });
});

describe('a page drawn from a PDF', () => {
  const text = (left: number, top: number, words: string) =>
    `<p style="position:absolute;top:${top}px;left:${left}px;white-space:nowrap" class="ft1">${words}</p>`;
  const page = (texts: readonly string[]) =>
    `<style>.ft1{font-size:20px;line-height:30px;}</style><div style="position:relative;width:1000px">${texts.join('\n')}</div>`;

  it('is read line by line as it is seen, with places', async () => {
    const cells = ['1', '2', '3', '4', '5', '6'].map((figure, at) => text(500 + at * 50, 102, figure));
    const blocks = await blocksIn(page([text(400, 900, '-&#160;3&#160;-'), ...cells, text(100, 100, '规章<br/>件数')]));
    expect(shown(blocks)).toEqual(['规章 1 2 3 4 5 6', '件数', '-\u00A03\u00A0-']);
    expect(blocks[0]).toMatchObject({
      pieces: [
        { text: '规章', left: 100, right: 140 },
        ...['1', '2', '3', '4', '5', '6'].map((figure, at) => ({ text: figure, left: 500 + at * 50 })),
      ],
    });
  });

  it('is nothing of the kind where a table is put at a place', async () => {
    const table = '<div style="position:absolute;left:0;top:0"><table><tr><td>甲<td>1</table></div>';
    const texts = Array.from({ length: 9 }, (_, at) => text(0, at, String(at)));
    expect(shown(await blocksIn(page([...texts, table])))).toContainEqual(['0,0:甲', '0,1:1']);
  });
});
