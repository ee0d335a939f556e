import { GongkaiError } from '#kernel';

const STRONG_REVISION = /^"(0|[1-9]\d{0,14})"$/;

/** The ETag of a resource: the revision of its stream, as a strong validator. */
export function etagOf(revision: number): string {
  return `"${revision}"`;
}

/**
 * The revision in `If-Match`, `undefined` when the header is absent. One strong ETag only: a weak one, a list or `*` says
 * too little about what the caller has seen. Raises `if-match-malformed` (kind malformed).
 */
export function parseIfMatch(header: string | undefined): number | undefined {
  if (header === undefined) return undefined;
  const revision = STRONG_REVISION.exec(header.trim())?.[1];
  if (revision !== undefined) return Number(revision);
  throw new GongkaiError(
    'malformed',
    'if-match-malformed',
    'If-Match 应为一个带引号的版本号，例如 "3"；不接受 W/ 前缀、列表或 *',
    {
      fields: [{ path: 'If-Match', message: '应为一个带引号的版本号，例如 "3"' }],
    },
  );
}
