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
/** Instead of a size or an offset: it stands in the extra field of Zip64 (APPNOTE 4.5.3). */
const IN_EXTRA_FIELD = 0xffff_ffff;
const ZIP64 = 0x0001;
const BEYOND_THE_END: readonly unknown[] = ['ERR_OUT_OF_RANGE', 'ERR_BUFFER_OUT_OF_BOUNDS'];

/**
 * The central directory of a ZIP file (APPNOTE 4.3), of at most `most` parts. Sizes may stand in the form of Zip64, as some programs
 * write even small files; parts of the same name are refused: no office program writes them. Raises `file-damaged`, `file-too-complex`.
 */
export function zipEntries(bytes: Buffer, most: number): readonly ZipEntry[] {
  try {
    return readDirectory(bytes, most);
  } catch (cause) {
    if (pointsNowhere(cause)) throw broken('目录指向文件以外', cause);
    throw cause;
  }
}

/** What Node raises for reading beyond the end, told by its codes: by its class, a plain mistake of ours would pass for it. */
function pointsNowhere(cause: unknown): boolean {
  return typeof cause === 'object' && cause !== null && 'code' in cause && BEYOND_THE_END.includes(cause.code);
}

function readDirectory(bytes: Buffer, most: number): readonly ZipEntry[] {
  const end = bytes.subarray(Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT)).lastIndexOf(END);
  if (end === -1) throw broken('找不到目录');
  const at = Math.max(0, bytes.length - END_SIZE - LONGEST_COMMENT) + end;
  const count = bytes.readUInt16LE(at + 10);
  if (count > most) {
    throw new UnreadableFile('file-too-complex', `压缩包含 ${String(count)} 个部分（上限 ${String(most)}），未予读取`);
  }
  const entries: ZipEntry[] = [];
  let offset = bytes.readUInt32LE(at + 16);
  for (let index = 0; index < count; index++) {
    if (bytes.readUInt32LE(offset) !== CENTRAL) throw broken('目录有误');
    const nameSize = bytes.readUInt16LE(offset + 28);
    const extraSize = bytes.readUInt16LE(offset + 30);
    const commentSize = bytes.readUInt16LE(offset + 32);
    entries.push(entryAt(bytes, offset, nameSize, extraSize));
    offset += CENTRAL_SIZE + nameSize + extraSize + commentSize;
  }
  if (new Set(entries.map(({ name }) => name)).size < entries.length) throw broken('目录中有同名部分');
  return entries;
}

function entryAt(bytes: Buffer, at: number, nameSize: number, extraSize: number): ZipEntry {
  const extraAt = at + CENTRAL_SIZE + nameSize;
  const wide = wideFields(bytes.subarray(extraAt, extraAt + extraSize));
  // In this order: the extra field holds only those that are marked as standing there.
  const [size, packedSize, local] = [24, 20, 42].map((field) => {
    const narrow = bytes.readUInt32LE(at + field);
    return narrow === IN_EXTRA_FIELD ? wide() : narrow;
  }) as [number, number, number];
  if (bytes.readUInt32LE(local) !== LOCAL) throw broken('目录与内容不符');
  return {
    name: bytes.toString('utf8', at + CENTRAL_SIZE, at + CENTRAL_SIZE + nameSize),
    encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
    method: bytes.readUInt16LE(at + 10),
    crc: bytes.readUInt32LE(at + 16),
    packedSize,
    size,
    offset: local + LOCAL_SIZE + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28),
  };
}

/** Hands out the numbers of the extra field of Zip64 one by one; one that is missing is an error as for any offset that points nowhere. */
function wideFields(extra: Buffer): () => number {
  let at = 0;
  return () => {
    if (at === 0) {
      while (extra.readUInt16LE(at) !== ZIP64) at += 4 + extra.readUInt16LE(at + 2);
      at += 4;
    }
    const value = Number(extra.readBigUInt64LE(at));
    at += 8;
    return value;
  };
}

function broken(what: string, cause?: unknown): UnreadableFile {
  return new UnreadableFile('file-damaged', `文件已损坏或不完整：${what}`, {}, { cause });
}
