import { RegisterFault } from '../register-fault.js';

/** Text of a file, and the name of its encoding for people. */
export interface DecodedText {
  readonly text: string;
  readonly encoding: 'UTF-8' | 'UTF-16' | 'GB18030';
}

/**
 * Decodes a text file: by its byte order mark, else as UTF-8 where all of it is, else as GB18030 (GBK, GB 2312), as spreadsheet
 * programs save text on Chinese Windows. Raises {@link RegisterFault} `register-file-unreadable` for bytes that are neither.
 */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: decode(bytes, 'utf-16le'), encoding: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: decode(bytes, 'utf-16be'), encoding: 'UTF-16' };
  if (bytes.includes(0)) throw unreadable(null);
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'UTF-8' };
  } catch {
    return { text: decode(bytes, 'gb18030'), encoding: 'GB18030' };
  }
}

function decode(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    throw unreadable(cause);
  }
}

function unreadable(cause: unknown): RegisterFault {
  const message = '不是工作簿，也不是 UTF-8、UTF-16 或 GB18030（GBK）编码的文本文件';
  return new RegisterFault('register-file-unreadable', message, {}, { cause });
}
