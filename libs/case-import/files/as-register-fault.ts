import { UnreadableFile } from '#files';
import { RegisterFault } from '../register-fault.js';

/** What is no kind of workbook or text, hostile or damaged is `register-file-unreadable`. */
const CODES: Readonly<Record<string, string>> = {
  'file-encrypted': 'register-file-encrypted',
  'file-too-large': 'register-file-too-large',
  'file-too-complex': 'register-file-too-large',
};

/** Does what reads a file, and raises its `UnreadableFile` as the {@link RegisterFault} that says the same of a register. */
export function asRegisterFault<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause;
    throw new RegisterFault(CODES[cause.code] ?? 'register-file-unreadable', cause.reason, {}, { cause });
  }
}
