/** What went wrong, in the classes that a caller can act on. One class maps to one HTTP status (apps/api/problem-details.ts). */
export type ErrorKind =
  | 'malformed' // the request cannot be read at all
  | 'invalid' // it can be read, but fields break their schema or a rule of law that reads only the request and the case
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'refused' // legal in itself, but not in the present state
  | 'conflict' // somebody else wrote first
  | 'unavailable' // the store or a projection cannot answer now; nothing is known to be lost
  | 'corrupt'; // stored bytes are not what was written

/** A fault of one field of the input. `path` is a JSON path such as `body.items[0]`; the message is for people, in Chinese. */
export interface FieldFault {
  readonly path: string;
  readonly message: string;
}

/** Facts about the refusal that people and programs can use: present status, steps allowed now, revisions, positions. */
export interface ErrorFacts {
  readonly fields?: readonly FieldFault[];
  readonly status?: string;
  readonly allowedSteps?: readonly string[];
  readonly article?: string;
  readonly currentRevision?: number;
  readonly [name: string]: unknown;
}

/**
 * The base of every error that the project raises on purpose.
 * `code` is stable for ever and documented in docs/errors.md; `message` is plain Chinese and holds no personal data.
 */
export class GongkaiError extends Error {
  constructor(
    readonly kind: ErrorKind,
    readonly code: string,
    message: string,
    readonly facts: ErrorFacts = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Input that breaks its schema. Names every field at fault. */
export class InvalidInput extends GongkaiError {
  constructor(fields: readonly FieldFault[], code = 'invalid-input') {
    super('invalid', code, `输入有误：${fields.map((f) => `${f.path}：${f.message}`).join('；')}`, { fields });
  }
}

/** A rule of law or of the office forbids the step, whatever the state: a date before the receipt, a wrong kind of outcome. */
export class RuleBroken extends GongkaiError {
  constructor(code: string, path: string, message: string, facts: ErrorFacts = {}) {
    super('invalid', code, message, { fields: [{ path, message }], ...facts });
  }
}

/** The step is not allowed in the present state. Facts carry `status` and `allowedSteps`. */
export class Refused extends GongkaiError {
  constructor(code: string, message: string, facts: ErrorFacts = {}) {
    super('refused', code, message, facts);
  }
}

/** Nothing with this id exists, or the caller may not know that it does. */
export class NotFound extends GongkaiError {
  constructor(what: string, id: string) {
    super('not-found', 'not-found', `找不到${what}：${id}`, { id });
  }
}

/** The expected revision is not the stored one: somebody else wrote first. Read again and decide again. */
export class RevisionConflict extends GongkaiError {
  constructor(
    readonly stream: string,
    readonly expected: number | 'no-stream',
    readonly actual: number | 'no-stream',
    more: ErrorFacts = {},
  ) {
    super('conflict', 'revision-conflict', '该记录已被他人更新，请重新读取后再办理', {
      stream,
      expectedRevision: expected,
      currentRevision: actual === 'no-stream' ? -1 : actual,
      ...more,
    });
  }

  /** The same conflict with more facts, such as the present status. */
  with(more: ErrorFacts): RevisionConflict {
    return new RevisionConflict(this.stream, this.expected, this.actual, more);
  }
}

/** The same command id (Idempotency-Key) came again with another content. Nothing was written. */
export class CommandReused extends GongkaiError {
  constructor(eventId: string) {
    super('invalid', 'command-id-reused', '同一命令编号（Idempotency-Key）已用于内容不同的另一命令', {
      eventId,
      fields: [{ path: 'Idempotency-Key', message: '该编号已被内容不同的命令使用，请换用新编号' }],
    });
  }
}

/** The store cannot serve now: disk full, read-only file, another process holds it, shutting down. Nothing was written. */
export class StoreUnavailable extends GongkaiError {
  constructor(code: string, message: string, options?: ErrorOptions) {
    super('unavailable', code, message, {}, options);
  }
}

/** The answer to an append did not come. It may or may not have been written; repeat with the same command id to learn which. */
export class OutcomeUnknown extends GongkaiError {
  constructor(stream: string, options?: ErrorOptions) {
    super('unavailable', 'outcome-unknown', '写入结果未知：请用同一命令编号重试', { stream }, options);
  }
}

/** Stored bytes are not what was written. Names stream, revision or position of the first damage found. */
export class StoreCorrupt extends GongkaiError {
  constructor(message: string, facts: ErrorFacts = {}, options?: ErrorOptions) {
    super('corrupt', 'store-corrupt', message, facts, options);
  }
}
