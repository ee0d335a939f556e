import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { reasonOf } from '../shell/read-json-file.js';
import { UsageFault } from '../shell/usage-fault.js';

/** A file to be written. */
export interface FolderFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What is done about a file that is there with another content: left and told, or written over. */
export type WhenThere = 'refuse' | 'replace';

/**
 * Writes files into a folder, which is made if need be: all of them beside their places and durable first, then each under its name in
 * the order given, so that a file of this name is whole and the last one stands only beside all the others. Files that are there with the same
 * content are no obstacle: writing again changes nothing. Raises `UsageFault` (`file-exists`, `file-unwritable`); no file was changed then.
 */
export async function writeFolder(
  directory: string,
  files: readonly FolderFile[],
  whenThere: WhenThere,
): Promise<void> {
  await reaching(directory, mkdir(directory, { recursive: true }));
  const missing = await changed(directory, files, whenThere);
  const partial = ({ name }: FolderFile): string => join(directory, `${name}.partial`);
  try {
    for (const file of missing) await reaching(join(directory, file.name), writeDurably(partial(file), file.bytes));
    for (const file of missing) {
      await reaching(join(directory, file.name), rename(partial(file), join(directory, file.name)));
    }
    await reaching(directory, syncDirectory(directory));
  } catch (error) {
    await Promise.all(missing.map((file) => rm(partial(file), { force: true })));
    throw error;
  }
}

/** The files that are not there yet as they should be. */
async function changed(
  directory: string,
  files: readonly FolderFile[],
  whenThere: WhenThere,
): Promise<readonly FolderFile[]> {
  const different: FolderFile[] = [];
  for (const file of files) {
    const path = join(directory, file.name);
    const there = existsSync(path) ? await reaching(path, readFile(path)) : null;
    if (there !== null && Buffer.compare(there, file.bytes) === 0) continue;
    if (there !== null && whenThere === 'refuse') {
      throw new UsageFault(`文件 ${path} 已存在且内容不同；加 --replace 覆盖，或用 --out 另写一处`, 'file-exists');
    }
    different.push(file);
  }
  return different;
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(path, 'w', 0o644);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Makes the new names durable. */
async function syncDirectory(directory: string): Promise<void> {
  const handle = await open(directory, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function reaching<T>(path: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw new UsageFault(`无法写入 ${path}：${reasonOf(cause, '目录不存在')}`, 'file-unwritable', { cause });
  }
}
