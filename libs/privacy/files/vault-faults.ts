import { GongkaiError, StoreUnavailable } from '#kernel';
import { vaultCorrupt } from '../vault-errors.js';

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html) that an operator can act on. */
const REFUSALS: Readonly<Record<number, readonly [code: string, message: string]>> = {
  5: ['vault-locked', '个人信息库正被另一进程使用'],
  6: ['vault-locked', '个人信息库正被另一进程使用'],
  8: ['vault-read-only', '个人信息库文件或其目录不可写'],
  10: ['vault-io-error', '读写个人信息库时磁盘出错'],
  13: ['vault-full', '磁盘已满，未写入任何内容；腾出空间后可继续'],
  14: ['vault-unreachable', '无法打开个人信息库文件'],
};
const DAMAGED = [11, 26];
const FULL = ['ENOSPC', 'EDQUOT'];
const READ_ONLY = ['EROFS', 'EACCES', 'EPERM'];

/** Runs `work`; what SQLite or the file system raises comes out in the family of the kernel, anything else unchanged. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translated(error);
  }
}

function translated(error: unknown): unknown {
  if (error instanceof GongkaiError) return error;
  const result = numberOf(error, 'errcode');
  if (result !== undefined) return ofSqlite(result & 0xff, { cause: error });
  const system = systemCode(error);
  if (system === undefined) return error;
  const [code, message] = REFUSALS[FULL.includes(system) ? 13 : READ_ONLY.includes(system) ? 8 : 14]!;
  return new StoreUnavailable(code, message, { cause: error });
}

/** SQLite's messages name tables and columns, never a bound value, so the cause may stay attached. */
function ofSqlite(result: number, cause: ErrorOptions): GongkaiError {
  if (DAMAGED.includes(result)) return vaultCorrupt('个人信息库文件已损坏，或不是数据库', {}, cause);
  const [code, message] = REFUSALS[result] ?? ['vault-failed', '个人信息库出错'];
  return new StoreUnavailable(code, message, cause);
}

/** By shape: an error may come from another realm. */
function numberOf(error: unknown, name: 'errcode'): number | undefined {
  const value: unknown =
    typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined;
  return typeof value === 'number' ? value : undefined;
}

function systemCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('syscall' in error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
