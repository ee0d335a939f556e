import { UnreadableFile } from './unreadable-file.js';

/** Text and the encoding that it was in. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/** A declaration stands near the beginning, in ASCII whatever the encoding. */
const DECLARED_WITHIN = 4_096;
/** Shares of control characters and of private ones above which bytes are no text, although they decode. */
const MOST_CONTROLS = 0.01;

/**
 * Text in the first encoding that all bytes are valid in: by the byte order mark, else as declared (`charset`, `encoding`), else UTF-8,
 * else GB18030. A declaration that the bytes belie is passed over. Raises `encoding-unknown`; never replaces a character.
 */
export function decode(bytes: Buffer): Decoded {
  for (const encoding of candidates(bytes)) {
    const text = decodeAs(encoding, bytes);
    if (text !== null && looksLikeText(text)) return { text, encoding };
  }
  throw new UnreadableFile('encoding-unknown', '不是文字文件，或文字编码无法识别（可识别 UTF-8、UTF-16、GB18030）');
}

function candidates(bytes: Buffer): readonly string[] {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return ['utf-16le'];
  if (first === 0xfe && second === 0xff) return ['utf-16be'];
  return [...declared(bytes), 'utf-8', 'gb18030'];
}

/** GBK and GB2312 are parts of GB18030. UTF-16 without a mark would have made the declaration itself unreadable. */
function declared(bytes: Buffer): readonly string[] {
  const head = bytes.subarray(0, DECLARED_WITHIN).toString('latin1');
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)|<\?xml[^>]+encoding\s*=\s*["']([\w-]+)/i.exec(head);
  const name = (label?.[1] ?? label?.[2] ?? '').toLowerCase();
  if (/^gb(?:k|2312|18030|_2312-80)$|^x-gbk$/.test(name)) return ['gb18030'];
  return /^big5(?:-hkscs)?$/.test(name) ? ['big5'] : [];
}

function decodeAs(encoding: string, bytes: Buffer): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Half of all random pairs of bytes are valid GB18030; control characters tell rubbish from text. */
function looksLikeText(text: string): boolean {
  const odd = text.length - text.replace(/[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\uE000-\uF8FF\uFFFE\uFFFF]/g, '').length;
  return !text.includes('\0') && odd <= text.length * MOST_CONTROLS;
}
