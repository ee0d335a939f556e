import { GongkaiError, StoreCorrupt, StoreUnavailable } from '#kernel';

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html) that an operator can act on. */
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const CONSTRAINT = 19;
const NOTADB = 26;
/** Extended code: no room to grow the shared-memory file beside the WAL. */
const IOERR_SHMSIZE = 4874;

/** Raised by node:sqlite for a whole number beyond those that JavaScript holds exactly; the store never writes one. */
const OUT_OF_RANGE = 'ERR_OUT_OF_RANGE';

/** The extended result code when SQLite raised the error, else undefined. By shape: an error may come from another realm. */
function resultCode(error: unknown): number | undefined {
  const code: unknown = typeof error === 'object' && error !== null && 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? code : undefined;
}

/** Whether a uniqueness rule of the schema stopped the statement. */
export function isConstraint(error: unknown): boolean {
  return ((resultCode(error) ?? 0) & 0xff) === CONSTRAINT;
}

/** Whether SQLite could not open the file or what it needs beside it. */
export function isCannotOpen(error: unknown): boolean {
  return ((resultCode(error) ?? 0) & 0xff) === CANTOPEN;
}

/**
 * Whether a failed commit is a plain refusal and not an unknown outcome. With a full disk the commit frame, the last of the
 * transaction, was never complete. After an I/O error (a failed sync; no room to grow the shared memory, which comes after
 * the commit frame) it may be on the disk.
 */
export function isCleanRefusal(error: unknown): boolean {
  return [BUSY, LOCKED, READONLY, FULL].includes((resultCode(error) ?? 0) & 0xff);
}

/**
 * Whether an error may come of a changed byte: SQLite then calls the file damaged, or no longer finds a table or column in a
 * definition, or the file bears the mark or the version of another.
 */
export function mayBeDamage(error: unknown): error is GongkaiError {
  return (
    error instanceof GongkaiError &&
    ['store-corrupt', 'store-foreign', 'store-newer', 'store-failed'].includes(error.code)
  );
}

/** What SQLite or the file system raised, in the family of the kernel; any other error unchanged. */
export function translated(error: unknown): unknown {
  if (error instanceof GongkaiError) return error;
  const code = resultCode(error);
  if (code !== undefined) return ofSqlite(code, { cause: error });
  const named: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (named === OUT_OF_RANGE) return new StoreCorrupt('事件库中有数值超出可能的范围', {}, { cause: error });
  return typeof named === 'string' && 'syscall' in (error as object) ? ofSystem(named, { cause: error }) : error;
}

function ofSqlite(code: number, cause: ErrorOptions): GongkaiError {
  if (code === IOERR_SHMSIZE) return storeFull(cause);
  switch (code & 0xff) {
    case BUSY:
    case LOCKED:
      return new StoreUnavailable('store-locked', '事件库正被另一进程使用', cause);
    case READONLY:
      return readOnly(cause);
    case FULL:
      return storeFull(cause);
    case CORRUPT:
      return new StoreCorrupt('事件库文件已损坏', {}, cause);
    case NOTADB:
      return new StoreCorrupt('该文件不是数据库，或文件头已损坏', {}, cause);
    case CANTOPEN:
      return new StoreUnavailable('store-unreachable', '无法打开事件库文件', cause);
    case IOERR:
      return new StoreUnavailable('store-io-error', '读写事件库时磁盘出错', cause);
    default:
      return new StoreUnavailable('store-failed', '事件库出错', cause);
  }
}

function ofSystem(code: string, cause: ErrorOptions): GongkaiError {
  if (code === 'ENOSPC' || code === 'EDQUOT') return storeFull(cause);
  if (['EROFS', 'EACCES', 'EPERM'].includes(code)) return readOnly(cause);
  return new StoreUnavailable('store-unreachable', '无法打开事件库文件', cause);
}

function storeFull(cause: ErrorOptions): StoreUnavailable {
  return new StoreUnavailable('store-full', '磁盘已满，未写入任何内容；腾出空间后可继续', cause);
}

function readOnly(cause: ErrorOptions): StoreUnavailable {
  return new StoreUnavailable('store-read-only', '事件库文件或其目录不可写', cause);
}

/** Runs `work`; what SQLite or the file system raises comes out {@link translated}. */
export function guarded<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw translated(error);
  }
}
