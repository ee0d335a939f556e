import type { Instant, LocalDate } from './local-date.js';

/** A value that survives JSON unchanged. Numbers are safe integers; no `undefined`, no dates, no bigints. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** A JSON object, the payload of an event. */
export type JsonObject = { readonly [key: string]: Json };

/** What a person may do. One token carries one role. */
export const ROLES = ['handler', 'reviewer', 'head', 'operator', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** What people call the roles. */
export const ROLE_LABELS: Readonly<Record<Role, string>> = {
  handler: '经办人',
  reviewer: '审核人',
  head: '负责人',
  operator: '运维人员',
  auditor: '查阅人',
};

/** Where in an older register (台账) a fact stands that was taken over from it. The register itself stays where it is. */
export type SourcePosition = {
  /** Name of the file, without its folder. */
  readonly file: string;
  /** SHA-256 of the bytes of the file, 64 hexadecimal digits. */
  readonly fileSha256: string;
  /** Name of the sheet; `null` for a file without sheets. */
  readonly sheet: string | null;
  /** As people count: 1 for the first row of the sheet, heads included; for text files the line on which the row begins. */
  readonly row: number;
  /** SHA-256 of the canonical JSON of the cells that were taken over, by field. */
  readonly rowSha256: string;
  /** Fields that the row leaves open and the office declared for the whole file, in alphabetical order. */
  readonly declared: readonly string[];
};

/** Comes in with every command and is stored with every event. Domain code reads time, actor and ids from here only. */
export interface CommandMetadata {
  /** Idempotency key: the same id with the same content is one command however often it arrives. */
  readonly commandId: string;
  /** The person, by staff id; never a name. */
  readonly actor: string;
  readonly role: Role;
  /** The agency on whose behalf the actor acts. */
  readonly agency: string;
  /** The instant at which the log takes the event (recorded at). */
  readonly now: Instant;
  /** Effective date of the fact, on the legal time axis. */
  readonly on: LocalDate;
  readonly correlationId: string;
  readonly causationId: string;
  /** SHA-256 of the canonical JSON of the command itself (name, target, body): tells a repeated command from a reused id. */
  readonly commandHash: string;
  /** For a fact taken over from an older register; set by the import only. */
  readonly source?: SourcePosition;
}

/** An event on its way into the log. */
export interface NewEvent {
  /** Deterministic: {@link eventId}. */
  readonly id: string;
  /** A string of the registry, never a class name. */
  readonly type: string;
  /** Version of the payload's schema; older ones are upcast when read. */
  readonly version: number;
  readonly data: JsonObject;
}

/**
 * A place in the global order of one log. Opaque; compares lexically; strictly increasing; no event ever becomes
 * visible behind a position that was already read.
 */
export type Position = string;

/** The position before the first event. */
export const BEFORE_ALL: Position = '';

/** An event as the log holds it. */
export interface RecordedEvent extends NewEvent {
  readonly stream: string;
  /** 0 for the first event of the stream, then without a gap. */
  readonly revision: number;
  readonly position: Position;
  readonly metadata: CommandMetadata;
  /** Hash chain of the stream: SHA-256 in hex over the previous hash and this event (libs/event-store/chain.ts). */
  readonly hash: string;
}
