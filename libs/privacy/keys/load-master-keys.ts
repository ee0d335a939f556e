import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs';
import { masterKeysMalformed, type VaultWarning } from '../vault-errors.js';
import { parseMasterKeys, type MasterKeys } from './master-keys.js';

/** Where the master keys are: the path of a file, or the text itself (the value of an environment variable). */
export type MasterKeySource = { readonly file: string } | { readonly text: string };

/** Bytes: hundreds of keys. What is larger is not a key file. */
const LARGEST_FILE = 65_536;

/**
 * Loads master keys. Warns `vault-master-key-file-open` when others than the owner can read or write the file.
 * Raises `vault-master-keys-malformed`, also when the file cannot be read.
 */
export function loadMasterKeys(source: MasterKeySource, warn: (warning: VaultWarning) => void): MasterKeys {
  return parseMasterKeys('text' in source ? source.text : textOf(source.file, warn));
}

function textOf(file: string, warn: (warning: VaultWarning) => void): string {
  const descriptor = opened(file);
  try {
    const stat = fstatSync(descriptor);
    if (!stat.isFile() || stat.size > LARGEST_FILE) throw masterKeysMalformed('密钥文件不是普通文件，或过大');
    if (process.platform !== 'win32' && (stat.mode & 0o077) !== 0) {
      warn({
        code: 'vault-master-key-file-open',
        message: '主密钥文件可被其他用户读写，请改为仅属主可读（chmod 600）',
      });
    }
    return readFileSync(descriptor, 'utf8');
  } finally {
    closeSync(descriptor);
  }
}

function opened(file: string): number {
  try {
    return openSync(file, 'r');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    throw masterKeysMalformed(`密钥文件无法读取（${code}）`, { reason: code });
  }
}
