import { describe, expect, it } from '@jest/globals';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { toDocx, toXlsx } from '../testkit/render-office.js';
import { toPdf } from '../testkit/render-pdf.js';
import { READING_LIMITS } from './limits.js';
import { readReportFile } from './read-report-file.js';
import { UnreadableFile } from '#files';

const MEBIBYTE = 1_048_576;
const LINE = [{ line: '公开' }];

const read = (bytes: Buffer, name = 'x') => readReportFile({ name, bytes });

async function expectRefused(bytes: Buffer, code: string): Promise<void> {
  const refused = expect.objectContaining({
    kind: 'malformed',
    code,
    message: expect.stringMatching(/^坏文件：.*\p{Script=Han}/u),
  });
  await expect(readReportFile({ name: '坏文件', bytes })).rejects.toEqual(refused);
}

/** A file with one part changed. */
function withPart(file: Buffer, name: string, change: (text: string) => string): Buffer {
  const parts = unzipSync(file);
  return Buffer.from(zipSync({ ...parts, [name]: strToU8(change(strFromU8(parts[name]!))) }));
}

/** A ZIP with one part whose directory says what it is told, not what is true. */
function lyingZip(packed: Buffer, declaredSize: number): Buffer {
  const name = Buffer.from('word/document.xml');
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE(8, 4);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(declaredSize, 18);
  fields.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), fields, name, packed]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, Buffer.alloc(14), name]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

describe('files that are none', () => {
  it.each([
    ['an empty file', Buffer.alloc(0), 'file-empty'],
    ['a file beyond the limit', Buffer.alloc(READING_LIMITS.fileBytes + 1), 'file-too-large'],
    ['binary rubbish', Buffer.from('00ff13370badf00dfeedface', 'hex'), 'encoding-unknown'],
    ['zeros', Buffer.alloc(100), 'encoding-unknown'],
    ['bytes in no encoding', Buffer.from([0xe5, 0x85, 0xff, 0xff, 0x0a]), 'encoding-unknown'],
    ['only the signature of a ZIP', Buffer.from('PK\x03\x04', 'latin1'), 'file-damaged'],
    ['a ZIP of something else', Buffer.from(zipSync({ 'a.xml': strToU8('<a/>') })), 'file-kind-unsupported'],
    ['only the header of a PDF', Buffer.from('%PDF-1.7\n'), 'file-damaged'],
    ['a compound file of something else', compound('Contents'), 'file-kind-unsupported'],
    ['a Word file of before 2007', compound('WordDocument'), 'file-kind-unsupported'],
    ['an encrypted DOCX or XLSX', compound('EncryptedPackage'), 'file-encrypted'],
    ['a compound file that only looks like XLS', compound('Workbook'), 'file-damaged'],
  ])('%s is refused', async (_what, bytes, code) => expectRefused(bytes, code));

  it('any bytes give content or a typed error', async () => {
    const starts = fc.constantFrom(
      '',
      'PK\x03\x04',
      '%PDF-1.4\n',
      '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
      '<table>',
      '\xff\xfe',
    );
    await fc.assert(
      fc.asyncProperty(starts, fc.uint8Array({ maxLength: 400 }), async (start, rest) => {
        const bytes = Buffer.concat([Buffer.from(start, 'latin1'), rest]);
        await read(bytes).catch((error: unknown) => expect(error).toBeInstanceOf(UnreadableFile));
      }),
      { numRuns: 60 },
    );
  });
});

function compound(stream: string): Buffer {
  const head = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  return Buffer.concat([head, Buffer.alloc(600), Buffer.from(stream, 'utf16le'), Buffer.alloc(600)]);
}

describe('bombs', () => {
  const zeros = deflateRawSync(Buffer.alloc(80 * MEBIBYTE));

  it.each([
    ['that tells its size', lyingZip(zeros, 80 * MEBIBYTE)],
    ['that tells a small size', lyingZip(zeros, 1_000)],
    [
      'below the limit of size, but packed too well to be a document',
      lyingZip(deflateRawSync(Buffer.alloc(40 * MEBIBYTE)), 40 * MEBIBYTE),
    ],
  ])('a part %s is not inflated', async (_what, bytes) => expectRefused(bytes, 'file-too-large'));

  it('more parts than any document has', async () => {
    const parts = Array.from(
      { length: READING_LIMITS.zipEntries + 1 },
      (_, index) => [`word/${index}.xml`, new Uint8Array()] as const,
    );
    await expectRefused(Buffer.from(zipSync(Object.fromEntries(parts))), 'file-too-complex');
  });

  it.each([
    ['DOCX', async () => toDocx(LINE), 'word/document.xml'],
    ['XLSX', async () => toXlsx(LINE), 'xl/workbook.xml'],
  ])('entities in a %s are not looked at', async (_kind, make, part) => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    const bytes = withPart(await make(), part, (xml) => xml.replace(/(<\?xml[^>]*\?>)?/, `$1${laughs}`));
    await expectRefused(bytes, 'file-hostile');
  });

  it('elements within elements, 100,000 deep', async () => {
    await expectRefused(Buffer.from(`${'<div>'.repeat(100_000)}x`), 'file-too-complex');
    const deep = '<w:sdt><w:sdtContent>'.repeat(20_000) + '</w:sdtContent></w:sdt>'.repeat(20_000);
    await expectRefused(
      withPart(await toDocx(LINE), 'word/document.xml', (xml) => xml.replace('<w:body>', `<w:body>${deep}`)),
      'file-damaged',
    );
  });

  it('cells that claim to span millions', async () => {
    const table = '<table><tr><td rowspan="999999999" colspan="999999999">甲</td></tr><tr><td>乙</td></tr></table>';
    const { document } = await read(Buffer.from(table));
    expect(document.blocks).toEqual([
      {
        kind: 'grid',
        place: '第 1 个表',
        cells: [{ row: 0, column: 0, rowSpan: 2, columnSpan: READING_LIMITS.gridColumns, text: '甲' }],
      },
    ]);
  });

  it('a sheet of a million cells', async () => {
    const row = `<row>${'<c><v>1</v></c>'.repeat(100)}</row>`;
    const xlsx = withPart(toXlsx(LINE), 'xl/worksheets/sheet1.xml', (xml) =>
      // Written with varying figures: a million equal cells would be refused as a bomb before.
      xml.replace(
        /<sheetData>.*<\/sheetData>/,
        `<sheetData>${Array.from({ length: 10_000 }, (_, index) => row.replaceAll('>1<', `>${(index * 7_919) % 1_000_003}<`)).join('')}</sheetData>`,
      ),
    );
    await expectRefused(xlsx, 'file-too-complex');
  });

  it('merged cells over the whole sheet', async () => {
    const merge = '<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>';
    const xlsx = withPart(toXlsx([{ line: '甲' }]), 'xl/worksheets/sheet1.xml', (xml) =>
      xml.replace('</sheetData>', `</sheetData>${merge}`),
    );
    expect((await read(xlsx)).document.blocks).toMatchObject([{ kind: 'line', text: '甲' }]);
  });
});

describe('files that were cut off or changed', () => {
  it('a DOCX, an XLSX and a PDF cut anywhere give a typed error', async () => {
    const files = [await toDocx(LINE), toXlsx(LINE), await toPdf([{ line: 'text' }])];
    for (const file of files) {
      for (const share of [0.1, 0.5, 0.9]) {
        const cut = file.subarray(0, Math.floor(file.length * share));
        const outcome = await read(cut).then(
          (content) => content.document.blocks,
          (error: unknown) => error,
        );
        // The parts of a PDF that are left may be readable; a ZIP without its directory is not.
        if (!(outcome instanceof UnreadableFile)) expect(file).toBe(files[2]);
      }
    }
  });

  it('a changed byte in a packed part is found', async () => {
    const file = await toDocx(LINE);
    const at = file.indexOf('word/document.xml') + 60;
    file.writeUInt8(file.readUInt8(at) ^ 0xff, at);
    await expectRefused(file, 'file-damaged');
  });

  it('a PDF with a password is told from a damaged one', async () => {
    await expectRefused(await toPdf([{ line: 'text' }], { userPassword: 'secret' }), 'file-encrypted');
  });

  it('a PDF without text is a scan', async () => {
    await expectRefused(await toPdf([{ line: ' ' }]), 'pdf-without-text');
  });
});
