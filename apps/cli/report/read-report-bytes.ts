import { assertSize, READING_LIMITS, UnreadableFile, type FileToRead } from '#report-files';
import { open } from 'node:fs/promises';
import { stdin } from 'node:process';
import { reasonOf } from '../shell/read-json-file.js';
import { UsageFault } from '../shell/usage-fault.js';

/** What messages call standard input. */
const STDIN_NAME = '标准输入';

/**
 * The bytes of a file, or of standard input for `-`. The size is checked before anything is read. Raises `file-unreadable` and
 * `file-too-large`.
 */
export async function readReportBytes(name: string): Promise<FileToRead> {
  if (name === '-') return { name: STDIN_NAME, bytes: await upToLimit(stdin, STDIN_NAME) };
  try {
    const handle = await open(name, 'r');
    try {
      const facts = await handle.stat();
      if (facts.isDirectory()) throw Object.assign(new Error(), { code: 'EISDIR' });
      assertSize(facts.size);
      return { name, bytes: await upToLimit(handle.createReadStream({ autoClose: false }), name) };
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (cause instanceof UnreadableFile) throw cause.facts['file'] === undefined ? cause.of(name) : cause;
    throw new UsageFault(`无法读取文件 ${name}：${reasonOf(cause)}`, 'file-unreadable', { cause });
  }
}

/** A pipe, or a file that grows, has no size to check first. */
async function upToLimit(stream: AsyncIterable<Buffer>, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > READING_LIMITS.fileBytes) break;
    chunks.push(chunk);
  }
  try {
    assertSize(size);
  } catch (error) {
    throw error instanceof UnreadableFile ? error.of(name) : error;
  }
  return Buffer.concat(chunks);
}
