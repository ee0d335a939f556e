import { readFileSync } from 'node:fs';
import { reasonOf } from '../shell/read-json-file.js';
import { UsageFault } from '../shell/usage-fault.js';

/** More than any part of a report takes; a larger file is none. */
const MOST_BYTES = 1_048_576;
const STDIN = 0;

/**
 * The text of a file in UTF-8, of standard input for `-`: line ends of any system as line feeds, without a byte order mark and without
 * empty lines at its end. Raises `UsageFault` (`file-unreadable`, `not-utf-8`, `file-too-large`).
 */
export function readText(file: string): string {
  const bytes = bytesOf(file);
  if (bytes.length > MOST_BYTES) throw new UsageFault(`${file} 超过 1 MiB，不是报告的文字`, 'file-too-large');
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return text.replace(/\r\n?/gu, '\n').replace(/\s+$/u, '');
  } catch (cause) {
    throw new UsageFault(`${file} 不是 UTF-8 文本`, 'not-utf-8', { cause });
  }
}

function bytesOf(file: string): Buffer {
  try {
    return readFileSync(file === '-' ? STDIN : file);
  } catch (cause) {
    throw new UsageFault(`无法读取文件 ${file}：${reasonOf(cause)}`, 'file-unreadable', { cause });
  }
}
