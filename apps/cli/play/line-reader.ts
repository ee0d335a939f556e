import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { reasonOf } from '../shell/read-json-file.js';
import { LineFault } from './line-fault.js';

/** Longest line of a scenario file, in bytes. The largest command of the HTTP interface fits in. */
export const MAX_LINE_BYTES = 1_048_576;

/** One line of a file as text, without its end. */
export interface TextLine {
  /** 1 for the first line. */
  readonly number: number;
  readonly text: string;
  /** Bytes of the file up to and including this line, for the progress bar. */
  readonly bytesRead: number;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Raises {@link LineFault} `file-unreadable` (line 0) unless the file can be read: before anything is begun. */
export async function assertReadable(file: string): Promise<void> {
  try {
    const handle = await open(file);
    try {
      await handle.read(Buffer.alloc(1), 0, 1, 0);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

/**
 * Reads a UTF-8 file line by line, never more of it in memory than a line and a chunk. Takes a byte order mark and CRLF.
 * Raises {@link LineFault} `line-too-long`, `not-utf-8`, or `file-unreadable` (line 0).
 */
export async function* readLines(file: string): AsyncGenerator<TextLine, undefined> {
  let number = 0;
  let bytesRead = 0;
  let rest: Buffer = Buffer.alloc(0);
  const lineOf = (bytes: Buffer, end: number): TextLine => {
    number++;
    bytesRead += end;
    return { number, text: decode(file, number, bytes.subarray(0, end)), bytesRead };
  };
  for await (const chunk of chunksOf(file)) {
    let bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (let end = bytes.indexOf(LINE_FEED); end >= 0; end = bytes.indexOf(LINE_FEED)) {
      yield lineOf(bytes, end + 1);
      bytes = bytes.subarray(end + 1);
    }
    if (bytes.length > MAX_LINE_BYTES) throw tooLong(file, number + 1);
    rest = bytes;
  }
  if (rest.length > 0) yield lineOf(rest, rest.length);
}

async function* chunksOf(file: string): AsyncGenerator<Buffer, undefined> {
  try {
    for await (const chunk of createReadStream(file, { highWaterMark: 262_144 })) yield chunk as Buffer;
  } catch (cause) {
    throw unreadable(file, cause);
  }
}

function decode(file: string, line: number, bytes: Buffer): string {
  if (bytes.length > MAX_LINE_BYTES) throw tooLong(file, line);
  let end = bytes.length;
  if (bytes[end - 1] === LINE_FEED) end--;
  if (bytes[end - 1] === CARRIAGE_RETURN) end--;
  try {
    // ignoreBOM keeps the mark in the text; only the one at the start of the file is taken off.
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, end));
    return line === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text;
  } catch (cause) {
    const message = '不是 UTF-8 文本；如由 Windows 软件保存（GBK/GB18030、UTF-16），请另存为 UTF-8';
    throw new LineFault(file, line, 'not-utf-8', message, {}, { cause });
  }
}

function unreadable(file: string, cause: unknown): LineFault {
  return new LineFault(file, 0, 'file-unreadable', `无法读取文件 ${file}：${reasonOf(cause)}`, {}, { cause });
}

function tooLong(file: string, line: number): LineFault {
  return new LineFault(file, line, 'line-too-long', `一行不得超过 ${MAX_LINE_BYTES} 字节`);
}
