import { StreamableFile } from '@nestjs/common';
import type { EvidenceBundle } from '#office';
import { Readable } from 'node:stream';

/** Lines of JSON. */
export const BUNDLE_TYPE = 'application/x-ndjson';

/**
 * A bundle as a download, written while it is read. Waits for the first line, so that what forbids the bundle is answered as a
 * problem; one that was cut off later lacks its last line, the seal.
 */
export async function fileOf({ fileName, lines }: EvidenceBundle): Promise<StreamableFile> {
  const rest = lines[Symbol.asyncIterator]();
  const first = await rest.next();
  return new StreamableFile(Readable.from(resumed(first, rest), { objectMode: false }), {
    type: BUNDLE_TYPE,
    disposition: `attachment; filename="${fileName}"`,
  });
}

async function* resumed(
  first: IteratorResult<string, unknown>,
  rest: AsyncIterator<string>,
): AsyncGenerator<string, void, undefined> {
  try {
    for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
