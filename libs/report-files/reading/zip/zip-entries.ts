import { READING_LIMITS } from '../limits.js';
import { UnreadableFile } from '../unreadable-file.js';

/** One part of a ZIP file, as its central directory has it. */
export interface ZipEntry {
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its packed bytes begin. */
  readonly offset: number;
}

const END = Buffer.from('PK\x05\x06', 'latin1');
const END_SIZE = 22;
const LONGEST_COMMENT = 65_535;
const CENTRAL = 0x0201_4b50;
const CENTRAL_SIZE = 46;
const LOCAL = 0x0403_4b50;
const LOCAL_SIZE = 30;

/**
 * The central directory of a ZIP file (APPNOTE 4.3). Large files in the sense of Zip64, and parts of the same name, are refused: no
 * office program writes either into a report. Raises `file-damaged`, `file-too-complex`.
 */
export function zipEntries(bytes: Buffer): readonly ZipEntry[] {
  try {
    return readDirectory(bytes);
  } catch (cause) {
    // Offsets that point nowhere.
    if (cause instanceof RangeError) throw broken('目录指向文件以外', cause);
    throw cause;
  }
}

function readDirectory(bytes: Buffer): readonly ZipEntry[] {
  const end = bytes.subarray(Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT)).lastIndexOf(END);
  if (end === -1) throw broken('找不到目录');
  const at = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT) + end;
  const count = bytes.readUInt16LE(at + 10);
  if (count > READING_LIMITS.zipEntries) {
    throw new UnreadableFile('file-too-complex', `压缩包含 ${String(count)} 个部分，不像一份年度报告`);
  }
  const entries: ZipEntry[] = [];
  let offset = bytes.readUInt32LE(at + 16);
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(offset) !== CENTRAL) throw broken('目录有误');
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((field) => bytes.readUInt16LE(offset + field));
    entries.push(entryAt(bytes, offset, nameSize ?? 0));
    offset += CENTRAL_SIZE + (nameSize ?? 0) + (extraSize ?? 0) + (commentSize ?? 0);
  }
  if (new Set(entries.map(({ name }) => name)).size < entries.length) throw broken('目录中有同名部分');
  return entries;
}

function entryAt(bytes: Buffer, at: number, nameSize: number): ZipEntry {
  const local = bytes.readUInt32LE(at + 42);
  if (bytes.readUInt32LE(local) !== LOCAL) throw broken('目录与内容不符');
  return {
    name: bytes.toString('utf8', at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameSize),
    encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packedSize: bytes.readUInt32LE(at + 20),
    size: bytes.readUInt32LE(at + 24),
    offset: local + LOCAL_SIZE + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28),
  };
}

function broken(what: string, cause?: unknown): UnreadableFile {
  return new UnreadableFile('file-damaged', `文件已损坏或不完整：${what}`, {}, { cause });
}
