import { Unzip, UnzipInflate } from 'fflate';
import { RegisterFault } from '../register-fault.js';
import { MAX_INFLATED_BYTES, MAX_PARTS } from './limits.js';

const CHUNK = 65_536;

/**
 * Inflates a ZIP file piece by piece and throws everything away, to know that it may be inflated whole: what a file says of its
 * own sizes may be a lie. Raises {@link RegisterFault} `register-file-too-large` (a ZIP bomb, or honestly too large) or
 * `register-file-unreadable`. `most` is there for tests.
 */
export function assertInflatable(bytes: Uint8Array, most = MAX_INFLATED_BYTES): void {
  let inflated = 0;
  let parts = 0;
  const unzip = new Unzip((part) => {
    if (++parts > MAX_PARTS) throw tooLarge();
    part.ondata = (error, chunk) => {
      if (error !== null) throw damaged(error);
      inflated += chunk.length;
      if (inflated > most) throw tooLarge();
    };
    part.start();
  });
  unzip.register(UnzipInflate);
  try {
    for (let at = 0; at < bytes.length; at += CHUNK) {
      unzip.push(bytes.subarray(at, at + CHUNK), at + CHUNK >= bytes.length);
    }
  } catch (cause) {
    throw cause instanceof RegisterFault ? cause : damaged(cause);
  }
  if (parts === 0) throw damaged(null);
}

function tooLarge(): RegisterFault {
  return new RegisterFault('register-file-too-large', '文件解压后过大，可能是压缩炸弹；未读取');
}

function damaged(cause: unknown): RegisterFault {
  return new RegisterFault('register-file-unreadable', '文件已损坏，不是完整的 XLSX', {}, { cause });
}
