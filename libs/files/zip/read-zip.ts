import { crc32, inflateRawSync } from 'node:zlib';
import { mebibytes } from '../mebibytes.js';
import { UnreadableFile } from '../unreadable-file.js';
import type { PackageLimits } from './package-limits.js';
import { zipEntries, type ZipEntry } from './zip-entries.js';

/** The parts of a container that are needed, inflated, by name. */
export type ZipParts = ReadonlyMap<string, Buffer>;

/**
 * Unpacks the parts that `isNeeded` picks, each no further than to its declared size and all no further than to the limit, whatever
 * the packed bytes would become: a bomb is found before it goes off. Raises `file-damaged`, `file-encrypted`, `file-too-large`,
 * `file-too-complex`.
 */
export function readZip(bytes: Buffer, isNeeded: (name: string) => boolean, limits: PackageLimits): ZipParts {
  const needed = zipEntries(bytes, limits.zipEntries).filter(({ name }) => isNeeded(name));
  const declared = needed.reduce((sum, { size }) => sum + size, 0);
  if (declared > limits.inflatedBytes) throw tooLarge(limits);
  for (const entry of needed) assertRatio(entry, limits);
  return new Map(needed.map((entry) => [entry.name, inflated(bytes, entry, limits)]));
}

function inflated(bytes: Buffer, entry: ZipEntry, limits: PackageLimits): Buffer {
  if (entry.encrypted) throw new UnreadableFile('file-encrypted', '文件有密码保护，无法读取；请去除密码后再试');
  const packed = bytes.subarray(entry.offset, entry.offset + entry.packedSize);
  const content = entry.method === 0 ? packed : inflatedTo(entry.size, packed, limits);
  if (packed.length !== entry.packedSize || content.length !== entry.size || crc32(content) !== entry.crc) {
    throw damaged(`${entry.name} 与目录所载不符`);
  }
  return content;
}

function inflatedTo(size: number, packed: Buffer, limits: PackageLimits): Buffer {
  try {
    // zlib wants room for one byte at least.
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) });
  } catch (cause) {
    const isBomb = cause instanceof RangeError || (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw isBomb ? tooLarge(limits) : damaged('压缩数据有误', cause);
  }
}

function assertRatio({ size, packedSize }: ZipEntry, limits: PackageLimits): void {
  const MEBIBYTE = 1_048_576;
  if (limits.inflationRatio === null || size <= MEBIBYTE) return;
  if (size > packedSize * limits.inflationRatio) throw tooLarge(limits);
}

function tooLarge({ inflatedBytes }: PackageLimits): UnreadableFile {
  return new UnreadableFile(
    'file-too-large',
    `文件解压后过大（上限 ${mebibytes(inflatedBytes)}），或压缩比异常，未予读取`,
  );
}

/** `file-damaged`: not a container that can be unpacked. */
export function damaged(what: string, cause?: unknown): UnreadableFile {
  return new UnreadableFile('file-damaged', `文件已损坏或不完整：${what}`, {}, { cause });
}
