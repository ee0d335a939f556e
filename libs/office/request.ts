import { createHash } from 'node:crypto';
import {
  canonicalJson,
  type CommandMetadata,
  type Instant,
  type Json,
  type LocalDate,
  type SourcePosition,
} from '#kernel';
import type { Principal } from './principal.js';

/** What comes with every command besides its content. Made at the edge (HTTP, CLI); the only place where time enters. */
export interface RequestContext {
  readonly principal: Principal;
  /** Idempotency key, made unique per person by the edge. */
  readonly commandId: string;
  readonly now: Instant;
  readonly correlationId: string;
  readonly causationId?: string;
  /** `If-Match`: the revision that the caller has seen. Checked before anything else. */
  readonly expectedRevision?: number;
  /** For a fact taken over from an older register. Given by the import only, never by a caller from outside. */
  readonly source?: SourcePosition;
}

/** The answer to a recorded command. */
export interface Recorded {
  readonly stream: string;
  readonly eventId: string;
  readonly type: string;
  /** Revision of the recorded event; the ETag of the resource. */
  readonly revision: number;
  readonly position: string;
  /** True when the command had been recorded before and the first result is repeated. */
  readonly repeated: boolean;
}

/** Tells a repeated command from a reused id: SHA-256 of the canonical JSON of name, target and body. */
export function commandHash(name: string, target: string, body: Json): string {
  return createHash('sha256')
    .update(canonicalJson([name, target, body]))
    .digest('hex');
}

/** The metadata stored with the event of a command. */
export function metadataOf(request: RequestContext, agency: string, on: LocalDate, hash: string): CommandMetadata {
  return {
    commandId: request.commandId,
    actor: request.principal.staffId,
    role: request.principal.role,
    agency,
    now: request.now,
    on,
    correlationId: request.correlationId,
    causationId: request.causationId ?? request.commandId,
    commandHash: hash,
    ...(request.source !== undefined && { source: request.source }),
  };
}
