import { PayloadTooLargeException } from '@nestjs/common';
import { GongkaiError } from '#kernel';
import { READING_LIMITS } from '#report-files';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';

/** The one address that takes files. */
export const REPORT_LINT_PATH = '/reports/lint';

/** What a report may be sent as. The kind is told by the bytes, not by this. */
export const REPORT_MEDIA_TYPES = [
  'application/octet-stream',
  'text/plain',
  'text/html',
  'text/markdown',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  'application/vnd.ms-excel',
] as const;

/**
 * Lets the address that takes files have them as they come. Nothing is read here: who may not ask is turned away first, see
 * {@link reportBytes}. Elsewhere these types are answered with 415 as any other.
 */
export function takeReports(server: FastifyInstance): void {
  server.addContentTypeParser([...REPORT_MEDIA_TYPES], (request, payload, done) => {
    if (request.routeOptions.url === REPORT_LINT_PATH) done(null, payload);
    else done(unsupported('请求内容须为 application/json（UTF-8）'));
  });
}

/**
 * The bytes of the file in a request. Raises 413 `body-too-large` beyond the limit of a file, `unsupported-media-type` for JSON, and
 * `body-missing` where nothing was sent.
 */
export async function reportBytes({ body, headers }: FastifyRequest): Promise<Buffer> {
  if (body === undefined || body === null) {
    const fields = [{ path: 'body', message: '不能为空' }];
    throw new GongkaiError('malformed', 'body-missing', '请求内容不能为空，应为报告文件', { fields });
  }
  if (!(body instanceof Readable)) throw unsupported(`请求内容须为报告文件：${REPORT_MEDIA_TYPES.join('、')}`);
  if (Number(headers['content-length'] ?? 0) > READING_LIMITS.fileBytes) throw new PayloadTooLargeException();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of body as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > READING_LIMITS.fileBytes) throw new PayloadTooLargeException();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function unsupported(message: string): GongkaiError {
  return new GongkaiError('malformed', 'unsupported-media-type', message, {
    fields: [{ path: 'Content-Type', message }],
  });
}
