import { officePackage } from '#files';
import type { Mapping } from '../mapping/mapping.js';
import { RegisterFault } from '../register-fault.js';
import type { Sheet } from '../sheet.js';
import { asRegisterFault } from './as-register-fault.js';
import { MAX_FILE_BYTES, PACKAGE_LIMITS } from './limits.js';
import { readDelimited } from './read-delimited.js';
import { readWorkbook } from './read-workbook.js';

export { MAX_FILE_BYTES } from './limits.js';

/**
 * Reads a register from the bytes of a file, by what they are and not by what the file is called: XLSX, XLS, or text with
 * delimiters in UTF-8, UTF-16 or GB18030. Raises {@link RegisterFault}; never computes a formula, never runs a macro.
 */
export function readRegister(bytes: Uint8Array, mapping: Pick<Mapping, 'sheet' | 'headerRow' | 'delimiter'>): Sheet {
  if (bytes.length > MAX_FILE_BYTES) throw tooLarge();
  if (startsWith(bytes, ZIP)) {
    // What is read is what was checked: the directory and the headers of a ZIP file may tell of different contents.
    return readWorkbook(asRegisterFault(() => officePackage(asBuffer(bytes), PACKAGE_LIMITS)).bytes, mapping.sheet);
  }
  if (startsWith(bytes, COMPOUND_FILE)) return readWorkbook(bytes, mapping.sheet);
  if (bytes.length === 0) throw new RegisterFault('register-file-unreadable', '文件为空');
  if (isMarkup(bytes)) {
    const message = '文件实为网页（HTML、XML），不是工作簿；请在表格软件中打开后另存为 XLSX 或 CSV';
    throw new RegisterFault('register-file-unreadable', message);
  }
  return readDelimited(asBuffer(bytes), { headerRow: mapping.headerRow, delimiter: mapping.delimiter });
}

/** Raised before reading, too, by whoever knows the size of the file. */
export function tooLarge(): RegisterFault {
  return new RegisterFault(
    'register-file-too-large',
    `文件超过 ${MAX_FILE_BYTES / 1024 / 1024} MB；请分成几个文件导入`,
  );
}

/** The same bytes, not copied. */
function asBuffer({ buffer, byteOffset, length }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, length);
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, at) => bytes[at] === byte);
}

function isMarkup(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*</.test(new TextDecoder('latin1').decode(bytes.subarray(0, 64)).replace(/^ï»¿/, ''));
}
