import { GongkaiError, StoreUnavailable, type Position, type RecordedEvent } from '#kernel';

/** Primary result codes of SQLite (https://www.sqlite.org/rescode.html) that say something about the file, not about a fold. */
const OUT_OF_REACH: Readonly<Record<number, string>> = {
  5: '视图文件正被另一进程使用',
  6: '视图文件正被另一进程使用',
  8: '视图文件或其目录不可写',
  10: '读写视图文件时磁盘出错',
  13: '磁盘已满，视图未更新',
  14: '无法打开视图文件',
};
const DAMAGED = [11, 26];

/** Where and why a projection stopped. Holds no payload. */
export interface ProjectionFault {
  readonly code: string;
  readonly message: string;
  /** Position, id and type of the event at fault; absent when no single event is. */
  readonly position?: Position;
  readonly eventId?: string;
  readonly type?: string;
}

/**
 * What SQLite raised on a views file, in the family of the kernel: `view-unavailable` (kind unavailable: locked, full,
 * read-only, out of reach; worth another try) or `view-corrupt` (kind corrupt: to be built anew). Any other error unchanged.
 */
export function viewError(error: unknown): unknown {
  const code = resultCode(error);
  if (code === undefined) return error;
  if (DAMAGED.includes(code)) return viewCorrupt('视图文件已损坏', { cause: error });
  const message = OUT_OF_REACH[code];
  return message === undefined ? error : new StoreUnavailable('view-unavailable', message, { cause: error });
}

/** Primary result code of an error that SQLite raised, else undefined. By shape: the error may come from another realm. */
export function resultCode(error: unknown): number | undefined {
  const code: unknown = typeof error === 'object' && error !== null && 'errcode' in error ? error.errcode : undefined;
  return typeof code === 'number' ? code & 0xff : undefined;
}

/** The file is not what this program wrote: damaged, of another definition, or of another log. It is discarded and built anew. */
export function viewCorrupt(message: string, options?: ErrorOptions): GongkaiError {
  return new GongkaiError('corrupt', 'view-corrupt', message, {}, options);
}

/** Whether the fault lies with the file, so that a new file, built from the log, cures it. */
export function isViewCorrupt(error: unknown): boolean {
  return error instanceof GongkaiError && error.code === 'view-corrupt';
}

/** Whether the same attempt may succeed later without anybody changing a program or a file. */
export function isPassing(error: unknown): boolean {
  return error instanceof GongkaiError && (error.kind === 'unavailable' || isViewCorrupt(error));
}

/** The error of a projection that must not go past `event`. Facts carry code, position, eventId and type; the cause stays attached. */
export function stoppedAt(event: RecordedEvent, projection: string, cause: unknown): GongkaiError {
  const { position, id, type } = event;
  const code = cause instanceof GongkaiError ? cause.code : 'projection-fold-failed';
  const message = `投影 ${projection} 停在位置 ${position} 的事件 ${id}（${type}）：${messageOf(cause)}`;
  return new GongkaiError('corrupt', code, message, { projection, position, eventId: id, type }, { cause });
}

/** An error as the status shows it. */
export function faultOf(error: unknown): ProjectionFault {
  if (!(error instanceof GongkaiError)) {
    return { code: 'projection-failed', message: messageOf(error) };
  }
  const fact = (name: string): Record<string, string> => {
    const value = error.facts[name];
    return typeof value === 'string' ? { [name]: value } : {};
  };
  return { code: error.code, message: error.message, ...fact('position'), ...fact('eventId'), ...fact('type') };
}

function messageOf(error: unknown): string {
  const message: unknown = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return String(message);
}
