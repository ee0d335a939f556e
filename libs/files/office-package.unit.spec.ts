import { describe, expect, it } from '@jest/globals';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { directoryOf, hiddenArchive } from './testkit/hidden-archive.js';
import { officePackage } from './zip/office-package.js';

const LIMITS = { zipEntries: 10, inflatedBytes: 1_000_000, inflationRatio: null };
const SHEET = { 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/sheet.xml': strToU8(`<s>${'公开'.repeat(100)}</s>`) };

const partsOf = (zip: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, content]) => [name, strFromU8(content)]));

/** The same ZIP file; the sizes and the offset of its only part stand in the extra field of Zip64. */
function asZip64(zip: Uint8Array): Buffer {
  const { at, size } = directoryOf(zip);
  const entry = Buffer.from(zip.subarray(at, at + size));
  const extra = Buffer.alloc(6 + 4 + 24);
  // Another extra field before it, as programs write them.
  extra.writeUInt16LE(0x5455, 0);
  extra.writeUInt16LE(2, 2);
  extra.writeUInt16LE(0x0001, 6);
  extra.writeUInt16LE(24, 8);
  [24, 20, 42].forEach((field, index) => {
    extra.writeBigUInt64LE(BigInt(entry.readUInt32LE(field)), 10 + 8 * index);
    entry.writeUInt32LE(0xffff_ffff, field);
  });
  entry.writeUInt16LE(extra.length, 30);
  const end = Buffer.from(zip.subarray(at + size));
  end.writeUInt32LE(entry.length + extra.length, 12);
  return Buffer.concat([zip.subarray(0, at), entry, extra, end]);
}

describe('a package of an office program', () => {
  it('given parts, packs anew those that are read, and no others', () => {
    const file = zipSync({ ...SHEET, 'xl/media/image1.png': new Uint8Array(9) });
    const { kind, bytes } = officePackage(Buffer.from(file), LIMITS);
    expect(kind).toBe('xlsx');
    expect(partsOf(bytes)).toEqual(partsOf(zipSync(SHEET)));
  });

  it('given a directory that points into a stored part, checks and hands over what the directory tells', () => {
    expect(partsOf(officePackage(hiddenArchive(zipSync(SHEET)), LIMITS).bytes)).toEqual(partsOf(zipSync(SHEET)));
  });

  it('given a bomb that the directory finds within a stored part, does not inflate it', () => {
    const bomb = zipSync({ 'xl/workbook.xml': new Uint8Array(20_000_000) }, { level: 9 });
    expect(() => officePackage(hiddenArchive(bomb), LIMITS)).toThrow(
      expect.objectContaining({ code: 'file-too-large' }),
    );
  });

  it('given more parts than the limit, counts them only', () => {
    expect(() => officePackage(Buffer.from(zipSync(SHEET)), { ...LIMITS, zipEntries: 1 })).toThrow(
      expect.objectContaining({ code: 'file-too-complex' }),
    );
  });

  it('given sizes in the form of Zip64, reads them', () => {
    const small = { 'xl/workbook.xml': SHEET['xl/workbook.xml'] };
    expect(partsOf(officePackage(asZip64(zipSync(small)), LIMITS).bytes)).toEqual(partsOf(zipSync(small)));
  });

  it('given a size that is said to stand in an extra field that is not there, is damaged', () => {
    const file = Buffer.from(zipSync({ 'xl/workbook.xml': SHEET['xl/workbook.xml'] }));
    file.writeUInt32LE(0xffff_ffff, directoryOf(file).at + 24);
    expect(() => officePackage(file, LIMITS)).toThrow(expect.objectContaining({ code: 'file-damaged' }));
  });

  it('given names with the separators of Windows, is known', () => {
    expect(officePackage(Buffer.from(zipSync({ 'xl\\workbook.xml': strToU8('<workbook/>') })), LIMITS).kind).toBe(
      'xlsx',
    );
  });
});
