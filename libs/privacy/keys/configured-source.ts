import { InvalidInput } from '#kernel';
import type { MasterKeySource } from './load-master-keys.js';

/** Environment variable with the path of the file that holds the master keys. */
export const MASTER_KEY_FILE = 'GONGKAI_MASTER_KEY_FILE';
/** Environment variable with the master keys themselves. Never part of a configuration that may be shown. */
export const MASTER_KEY = 'GONGKAI_MASTER_KEY';

/** Where the environment says the master keys are; `null` where it says nothing. Raises `invalid-input` when it says two things. */
export function masterKeySource(environment: Readonly<Record<string, string | undefined>>): MasterKeySource | null {
  const file = environment[MASTER_KEY_FILE] ?? '';
  const text = environment[MASTER_KEY] ?? '';
  if (file !== '' && text !== '') {
    throw new InvalidInput([{ path: MASTER_KEY, message: `不能与 ${MASTER_KEY_FILE} 同时设置` }]);
  }
  if (file !== '') return { file };
  return text === '' ? null : { text };
}
