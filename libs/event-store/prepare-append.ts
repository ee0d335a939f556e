import { CommandReused, GongkaiError, type CommandMetadata, type NewEvent } from '#kernel';
import { canonicalText } from './canonical-text.js';
import { MAX_EVENT_BYTES, MAX_NAME_LENGTH } from './limits.js';
import type { ExpectedRevision } from './port.js';

/** A new event, checked, its payload as canonical text. */
export interface PreparedEvent {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly data: string;
}

/** An append that is known to be storable: all that remains is to look at what is stored. */
export interface PreparedAppend {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly events: readonly PreparedEvent[];
  /** Canonical text of the metadata, the same for all events of the append. */
  readonly metadata: string;
  /** The part of the metadata that belongs to the content of a command: see {@link repeatOf}. */
  readonly signature: ContentSignature;
}

/** Who did it, for whom, as of which day. A retry must agree in these; it differs in `now` and `correlationId`. */
export type ContentSignature = Pick<CommandMetadata, 'actor' | 'agency' | 'on'>;

/** Visible characters only: a name never holds a line feed, which the hash chain relies on. */
const NAME = /^[^\p{Cc}\p{Cs}]+$/u;

/** What nearly all names are; checked several times faster. */
const PLAIN_NAME = /^[!-~]+$/;

/**
 * Checks and serialises an append before anything is written. Raises, all of kind invalid: `not-canonical`,
 * `event-too-large`, `append-malformed` (no event; a name empty, too long or with control characters; a version below 1),
 * and `CommandReused` when one append holds the same event id twice.
 */
export function prepareAppend(
  stream: string,
  expected: ExpectedRevision,
  events: readonly NewEvent[],
  metadata: CommandMetadata,
): PreparedAppend {
  if (!isName(stream)) throw badName('stream');
  if (events.length === 0) throw malformed('events', '至少要有一个事件');
  refuseRepeatedIds(events);
  return {
    stream,
    expected,
    events: events.map(prepareEvent),
    metadata: canonicalText(metadata, () => 'metadata'),
    signature: metadata,
  };
}

function prepareEvent({ id, type, version, data }: NewEvent, index: number): PreparedEvent {
  if (!isName(id)) throw badName(`events[${index}].id`);
  if (!isName(type)) throw badName(`events[${index}].type`);
  if (!Number.isSafeInteger(version) || version < 1) throw malformed(`events[${index}].version`, '版本应为正整数');
  const text = canonicalText(data, () => `events[${index}].data`);
  if (!text.startsWith('{')) throw malformed(`events[${index}].data`, '事件内容应为对象');
  // A UTF-16 unit takes at most three bytes of UTF-8, so most texts need no counting.
  if (text.length * 3 > MAX_EVENT_BYTES && Buffer.byteLength(text) > MAX_EVENT_BYTES) throw tooLarge(index, text);
  return { id, type, version, data: text };
}

function refuseRepeatedIds(events: readonly NewEvent[]): void {
  if (events.length === 1) return;
  const seen = new Set<string>();
  for (const { id } of events) {
    if (seen.has(id)) throw new CommandReused(id);
    seen.add(id);
  }
}

function isName(name: unknown): boolean {
  return typeof name === 'string' && name.length <= MAX_NAME_LENGTH && (PLAIN_NAME.test(name) || NAME.test(name));
}

function badName(path: string): GongkaiError {
  return malformed(path, `名称应为 1 至 ${MAX_NAME_LENGTH} 个字符，不含控制字符`);
}

function tooLarge(index: number, text: string): GongkaiError {
  const message = `事件内容超过 ${MAX_EVENT_BYTES} 字节上限，请改存文件并在事件中引用其摘要`;
  return new GongkaiError('invalid', 'event-too-large', message, {
    fields: [{ path: `events[${index}].data`, message }],
    bytes: Buffer.byteLength(text),
    limit: MAX_EVENT_BYTES,
  });
}

function malformed(path: string, message: string): GongkaiError {
  return new GongkaiError('invalid', 'append-malformed', `写入请求有误：${message}`, { fields: [{ path, message }] });
}
