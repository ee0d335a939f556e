import { Unzip, UnzipInflate } from 'fflate';
import { RegisterFault } from '../register-fault.js';
import { MAX_INFLATED_BYTES, MAX_PARTS } from './limits.js';

/** So small that even at the highest ratio of the format (about 1:1000) one of them inflates to some megabytes only. */
const CHUNK = 8_192;

/**
 * Inflates a ZIP file piece by piece and throws everything away, to know that it may be inflated whole: what a file says of its
 * own sizes may be a lie. Raises {@link RegisterFault} `register-file-too-large` (a ZIP bomb, or honestly too large) or
 * `register-file-unreadable`. `most` is there for tests.
 */
export function assertInflatable(bytes: Uint8Array, most = MAX_INFLATED_BYTES): void {
  let inflated = 0;
  let parts = 0;
  let damage: unknown = null;
  const unzip = new Unzip((part) => {
    parts++;
    part.ondata = (error, chunk) => {
      if (error !== null) damage ??= error;
      else inflated += chunk.length;
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  // An error raised inside a callback would be caught there and called a damaged file, hence the tallies.
  for (let at = 0; at < bytes.length; at += CHUNK) {
    push(unzip, bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
    if (inflated > most || parts > MAX_PARTS) throw tooLarge();
    if (damage !== null) throw damaged(damage);
  }
  if (parts === 0) throw damaged(null);
}

function push(unzip: Unzip, chunk: Uint8Array, last: boolean): void {
  try {
    unzip.push(chunk, last);
  } catch (cause) {
    throw damaged(cause);
  }
}

function tooLarge(): RegisterFault {
  return new RegisterFault('register-file-too-large', '文件解压后过大，可能是压缩炸弹；未读取');
}

function damaged(cause: unknown): RegisterFault {
  return new RegisterFault('register-file-unreadable', '文件已损坏，不是完整的 XLSX', {}, { cause });
}
