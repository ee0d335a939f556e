import type { EvidenceBundle } from '#office';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { reasonOf } from '../shell/read-json-file.js';
import { UsageFault } from '../shell/usage-fault.js';

/** A bundle as it lies on the disk. */
export interface WrittenBundle {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

/**
 * Writes a bundle to a file that is not there yet: beside it first, then under its name, so that a file of this name is whole.
 * Raises `UsageFault` (`file-exists`, `file-unwritable`) and what the making of the lines raises; nothing is left then.
 */
export async function writeBundle(
  { fileName, lines }: EvidenceBundle,
  out: string | undefined,
): Promise<WrittenBundle> {
  const file = out ?? fileName;
  assertFree(file);
  const partial = `${file}.partial`;
  try {
    const written = await writeLines(await reaching(file, open(partial, 'w', 0o600)), file, lines);
    await reaching(file, rename(partial, file));
    return { file, ...written };
  } catch (error) {
    await rm(partial, { force: true });
    throw error;
  }
}

/** Raises `file-exists`: evidence is never written over. */
export function assertFree(file: string): void {
  if (existsSync(file)) throw new UsageFault(`文件 ${file} 已存在；请用 --out 另写一个`, 'file-exists');
}

/** Bytes gathered before they are written. */
const CHUNK = 1_048_576;

async function writeLines(handle: FileHandle, file: string, lines: AsyncIterable<string>) {
  const digest = createHash('sha256');
  let bytes = 0;
  let gathered = '';
  const flush = async (): Promise<void> => {
    const chunk = Buffer.from(gathered, 'utf8');
    gathered = '';
    digest.update(chunk);
    bytes += chunk.length;
    await reaching(file, handle.writeFile(chunk));
  };
  try {
    for await (const line of lines) {
      gathered += line;
      if (gathered.length >= CHUNK) await flush();
    }
    await flush();
    await reaching(file, handle.sync());
  } finally {
    await handle.close();
  }
  return { bytes, sha256: digest.digest('hex') };
}

async function reaching<T>(file: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw new UsageFault(`无法写入文件 ${file}：${reasonOf(cause, '目录不存在')}`, 'file-unwritable', { cause });
  }
}
