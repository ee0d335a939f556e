import { createHash } from 'node:crypto';
import { canonicalJson, type Json, type Position } from '#kernel';
import type { LogTree } from '#integrity';

/** First field of every bundle; another shape of the lines bears another name (docs/formats/evidence-bundle.md). */
export const EVIDENCE_FORMAT = 'gongkai/evidence/2';

/** A self-contained proof of one case or of one published edition of a year. */
export interface EvidenceBundle {
  /** A name for the file, safe in any file system. */
  readonly fileName: string;
  /** Lines of canonical JSON, each with its line feed; made while they are taken, so they can be taken once. */
  readonly lines: AsyncIterable<string>;
}

/** What to be told, and how to stop, while the log is read for a bundle. */
export interface AssemblyOptions {
  /** Called after every page with the number of events read. */
  readonly onProgress?: (read: number) => void;
  /** Ends the assembly with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** The Merkle root of the log at a position, as a bundle states it. */
export function statedRoot({ position, root }: LogTree): { readonly position: Position; readonly root: string } {
  return { position, root };
}

/** The lines of a bundle: each object as canonical JSON, then the SHA-256 over all bytes before the last line. */
export async function* sealedLines(
  lines: AsyncIterable<object>,
  signal: AbortSignal | undefined,
): AsyncGenerator<string, void, undefined> {
  const body = createHash('sha256');
  for await (const line of lines) {
    signal?.throwIfAborted();
    const text = `${canonicalJson(line as Json)}\n`;
    body.update(text);
    yield text;
  }
  yield `${canonicalJson({ seal: body.digest('hex') })}\n`;
}
