import { hash } from 'node:crypto';

/** What stands for the previous hash of a stream's first event. */
export const CHAIN_START = '0'.repeat(64);

/** First line of the hashed text; another format of the chain would bear another one. */
const FORMAT = 'gongkai/event/1';

/** An event in the form that is hashed: JSON as its stored, canonical text. */
export interface ChainedEvent {
  readonly id: string;
  readonly type: string;
  readonly version: number;
  readonly stream: string;
  readonly revision: number;
  /** Canonical text of the payload. */
  readonly data: string;
  /** Canonical text of the command metadata. */
  readonly metadata: string;
}

/**
 * The hash of an event: SHA-256, lower-case hex, over nine lines of UTF-8 joined by LF, without a final LF:
 * format, previous hash, id, type, version, stream, revision, data, metadata (docs/formats/hash-chain.md).
 * No field can hold a line feed (names refuse control characters, canonical JSON escapes them), so two different
 * events never give the same text.
 */
export function chainHash(previous: string, event: ChainedEvent): string {
  return hash(
    'sha256',
    `${FORMAT}\n${previous}\n${event.id}\n${event.type}\n${event.version}\n${event.stream}\n${event.revision}\n${event.data}\n${event.metadata}`,
    'hex',
  );
}
