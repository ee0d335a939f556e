import { describe, expect, it } from '@jest/globals';
import { CFB, utils, write, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { strToU8, zipSync } from 'fflate';
import { GongkaiError } from '#kernel';
import { declaring, hiddenArchive } from '../../files/testkit/hidden-archive.js';
import { textOf, type Cell, type Sheet } from '../sheet.js';
import { readRegister } from './read-register.js';
import { serialDay } from './serial-day.js';

/** The part of the untyped container format that is used here. */
const CONTAINERS = CFB as {
  readonly utils: { cfb_new: () => object; cfb_add: (file: object, path: string, content: Uint8Array) => void };
  readonly write: (file: object, options: { readonly type: 'buffer' }) => Buffer;
};

const OPTIONS = { sheet: undefined, headerRow: 1, delimiter: undefined };

function bytesOf(sheet: WorkSheet, bookType: 'xlsx' | 'xls' = 'xlsx', book: Partial<WorkBook> = {}): Uint8Array {
  const whole = { SheetNames: ['台账'], Sheets: { 台账: sheet }, ...book };
  return write(whole, { type: 'buffer', bookType, compression: true, cellStyles: true }) as Buffer;
}

function faultOf(bytes: Uint8Array, options: Parameters<typeof readRegister>[1] = OPTIONS): GongkaiError {
  try {
    readRegister(bytes, options);
  } catch (error) {
    if (error instanceof GongkaiError) return error;
    throw error;
  }
  throw new Error('expected a fault');
}

const texts = ({ rows }: Sheet) => rows.map(({ cells }) => cells.map(textOf));
const cellAt = ({ rows }: Sheet, row: number, column: number): Cell => rows[row]!.cells[column]!;

describe.each(['xlsx', 'xls'] as const)('a workbook (%s)', (bookType) => {
  it('given dates, numbers, texts, blanks, hands over each as it is', () => {
    const sheet = utils.aoa_to_sheet([
      ['编号', '日期', '数'],
      ['A-1', '', 12],
      [null, 'x', 0.5],
    ]);
    sheet['B2'] = { t: 'n', v: 44931, z: 'yyyy/m/d' };
    const read = readRegister(bytesOf(sheet, bookType), OPTIONS);
    expect(texts(read)).toEqual([
      ['编号', '日期', '数'],
      ['A-1', '44931', '12'],
      ['', 'x', '0.5'],
    ]);
    expect(cellAt(read, 1, 1)).toEqual({ kind: 'number', text: '44931', day: '2023-01-05', dated: true });
    expect(cellAt(read, 1, 2)).toMatchObject({ kind: 'number', dated: false });
  });

  it('given merged cells, holds the value for every row, and for no column but the first', () => {
    const sheet = utils.aoa_to_sheet([
      ['甲', '乙'],
      ['同一日', 'x'],
      ['', 'y'],
      ['跨列', ''],
    ]);
    sheet['!merges'] = [
      { s: { r: 1, c: 0 }, e: { r: 2, c: 0 } },
      { s: { r: 3, c: 0 }, e: { r: 3, c: 1 } },
    ];
    const read = readRegister(bytesOf(sheet, bookType), OPTIONS);
    expect(texts(read)).toEqual([
      ['甲', '乙'],
      ['同一日', 'x'],
      ['同一日', 'y'],
      ['跨列', '跨列'],
    ]);
    expect(cellAt(read, 3, 1)).toMatchObject({ kind: 'fault' });
  });

  it('given errors and formulas, takes the saved result or says that there is none', () => {
    const sheet = utils.aoa_to_sheet([['a', 'b']]);
    sheet['A1'] = { t: 'e', v: 0x17 };
    sheet['B1'] = { t: 's', v: '公开', f: 'UPPER("x")' };
    const read = readRegister(bytesOf(sheet, bookType), OPTIONS);
    expect(cellAt(read, 0, 0)).toEqual({ kind: 'fault', text: '#REF!', fault: '单元格是错误值' });
    expect(cellAt(read, 0, 1)).toEqual({ kind: 'text', text: '公开' });
  });
});

describe('a workbook', () => {
  it.each(['<f>1+1</f>', '<f>1+1</f><v></v>'])(
    'given a formula without a saved result (%s), does not compute it',
    (inside) => {
      const xml = `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1">${inside}</c><c r="B1" t="n">${inside}</c></row></sheetData></worksheet>`;
      const read = readRegister(bookWith(xml), OPTIONS);
      for (const column of [0, 1])
        expect(cellAt(read, 0, column)).toMatchObject({ kind: 'fault', fault: expect.stringContaining('公式') });
    },
  );

  it('says which sheets there are when none is named, or one that is not there', () => {
    const two = {
      SheetNames: ['甲', '乙'],
      Sheets: { 甲: utils.aoa_to_sheet([['1']]), 乙: utils.aoa_to_sheet([['2']]) },
    };
    const bytes = bytesOf({}, 'xlsx', two);
    expect(faultOf(bytes)).toMatchObject({ code: 'register-sheet-unknown', facts: { sheets: ['甲', '乙'] } });
    expect(faultOf(bytes, { ...OPTIONS, sheet: '丙' }).message).toContain('甲、乙');
    expect(texts(readRegister(bytes, { ...OPTIONS, sheet: '乙' }))).toEqual([['2']]);
  });

  it('mentions hidden sheets and marks hidden rows', () => {
    const sheet = utils.aoa_to_sheet([['1'], ['2']]);
    sheet['!rows'] = [{}, { hidden: true }];
    const book = {
      SheetNames: ['甲', '乙'],
      Sheets: { 甲: sheet, 乙: utils.aoa_to_sheet([['x']]) },
      Workbook: { Sheets: [{ Hidden: 0 as const }, { Hidden: 1 as const }] },
    };
    const read = readRegister(bytesOf({}, 'xlsx', book), OPTIONS);
    expect(read).toMatchObject({ name: '甲', rows: [{ hidden: false }, { hidden: true }] });
    expect(read.notes).toEqual([expect.stringContaining('乙')]);
  });

  it.each([
    ['that tells its size', (zip: Uint8Array) => declaring(zip, 500_000_000)],
    ['that tells a small size', (zip: Uint8Array) => declaring(zip, 1_000)],
    [
      'that only the directory shows, within a stored part',
      (zip: Uint8Array) => hiddenArchive(declaring(zip, 500_000_000)),
    ],
  ])('given a bomb %s, is not inflated whole', (_what, make) => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(20_000_000) }, { level: 9 });
    expect(bomb.length).toBeLessThan(100_000);
    expect(faultOf(make(bomb)).code).toBe('register-file-too-large');
  });

  it('given too many parts, is not read', () => {
    const parts = Array.from({ length: 10_001 }, (_, index) => [`xl/${index}.xml`, new Uint8Array()] as const);
    expect(faultOf(zipSync(Object.fromEntries(parts))).code).toBe('register-file-too-large');
  });

  it('given a directory that points into a stored part, reads what was checked', () => {
    const inner = bytesOf(utils.aoa_to_sheet([['编号'], ['1']]));
    expect(texts(readRegister(hiddenArchive(inner), OPTIONS))).toEqual([['编号'], ['1']]);
  });

  it.each([
    ['cut short', (bytes: Uint8Array) => bytes.subarray(0, bytes.length / 2)],
    ['overwritten', (bytes: Uint8Array) => bytes.map((byte, at) => (at > 40 && at % 7 === 0 ? byte ^ 0x55 : byte))],
    ['only its first bytes', (bytes: Uint8Array) => bytes.subarray(0, 4)],
    ['without its directory', (bytes: Uint8Array) => bytes.subarray(0, -22)],
    ['another ZIP', () => zipSync({ 'readme.txt': strToU8('hello') })],
    [
      'a compound file of nothing',
      () => Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)),
    ],
  ])('given %s, says that it cannot be read', (_what, damage) => {
    expect(faultOf(damage(bytesOf(utils.aoa_to_sheet([['编号'], ['1']])))).code).toBe('register-file-unreadable');
  });

  it.each([
    ['XLSX', ['EncryptionInfo', 'EncryptedPackage']],
    ['XLS', ['Workbook', 'encryption']],
  ])('given an encrypted file (%s), says so', (_what, streams) => {
    const file = CONTAINERS.utils.cfb_new();
    for (const name of streams) CONTAINERS.utils.cfb_add(file, `/${name}`, Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]));
    expect(faultOf(CONTAINERS.write(file, { type: 'buffer' })).code).toBe('register-file-encrypted');
  });

  it('counts from 1904 where the workbook does', () => {
    const sheet = utils.aoa_to_sheet([['']]);
    sheet['A1'] = { t: 'n', v: 43469, z: 'yyyy/m/d' };
    const book = { Workbook: { WBProps: { date1904: true } } };
    expect(cellAt(readRegister(bytesOf(sheet, 'xlsx', book), OPTIONS), 0, 0)).toMatchObject({ day: '2023-01-05' });
  });
});

describe('a serial number', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, null],
    [61, '1900-03-01'],
    [44931, '2023-01-05'],
    [44931.99, '2023-01-05'],
    [0, null],
    [-1, null],
    [2_958_465, '9999-12-31'],
    [2_958_466, null],
    [Number.NaN, null],
    [Number.POSITIVE_INFINITY, null],
  ])('%d is the day %s', (serial, day) => {
    expect(serialDay(serial, false)).toBe(day);
  });
});

describe('a text file', () => {
  const csv = '编号,备注\r\n1,"两行\r\n的备注"\r\n2,"引号""在内"\r\n';
  const rows = [
    ['编号', '备注'],
    ['1', '两行\n的备注'],
    ['2', '引号"在内'],
  ];

  it.each([
    ['UTF-8', Buffer.from(csv)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${csv}`)],
    ['UTF-16', Buffer.from(`\uFEFF${csv}`, 'utf16le')],
    ['tabs', Buffer.from(csv.replaceAll(',', '\t'))],
    ['semicolons', Buffer.from(csv.replaceAll(',', ';'))],
  ])('is read: %s', (_what, bytes) => {
    const read = readRegister(bytes, OPTIONS);
    expect(texts(read)).toEqual(rows);
    expect(read.rows.map(({ number }) => number)).toEqual([1, 2, 4]);
  });

  it('is read: GB18030', () => {
    // 编号,备注 / 1,公开 in GB18030
    const bytes = Uint8Array.of(
      0xb1,
      0xe0,
      0xba,
      0xc5,
      0x2c,
      0xb1,
      0xb8,
      0xd7,
      0xa2,
      0x0a,
      0x31,
      0x2c,
      0xb9,
      0xab,
      0xbf,
      0xaa,
      0x0a,
    );
    const read = readRegister(bytes, OPTIONS);
    expect(texts(read)).toEqual([
      ['编号', '备注'],
      ['1', '公开'],
    ]);
    expect(read.notes).toEqual(['文件编码为 GB18030']);
  });

  it.each([
    ['nothing', Buffer.alloc(0), /为空/],
    ['a page that calls itself a workbook', Buffer.from('<html><table><tr><td>1'), /网页/],
    ['a page with a mark', Buffer.from('\uFEFF\n<?xml version="1.0"?>'), /网页/],
    ['bytes of no encoding', Uint8Array.of(0x31, 0x2c, 0xff, 0xff, 0x0a), /编码/],
    ['zeros', Buffer.from('a,b\0c'), /编码/],
    ['an unclosed quote', Buffer.from('a,b\n1,"x\n2,y\n'), /引号/],
    ['a stray quote', Buffer.from('a,b\n1,x"y"\n2,"x"y\n'), /引号/],
  ])('given %s, says what it is', (_what, bytes, message) => {
    expect(faultOf(bytes)).toMatchObject({ code: 'register-file-unreadable', message: expect.stringMatching(message) });
  });
});

/** A workbook of one sheet with this XML. */
function bookWith(sheetXml: string): Uint8Array {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zipSync({
    '[Content_Types].xml': strToU8(
      `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml" ContentType="${types}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${types}.worksheet+xml"/></Types>`,
    ),
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(sheetXml),
  });
}
