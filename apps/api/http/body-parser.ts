import { GongkaiError, type Json } from '#kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { parseStrictJson } from './strict-json.js';

/** Makes JSON in UTF-8 the one kind of body, read by {@link parseStrictJson}. Any other Content-Type is answered with 415. */
export function useStrictJson(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/json',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: string | Buffer) => readBody(request, Buffer.from(body)),
  );
}

function readBody(request: FastifyRequest, bytes: Buffer): Json | undefined {
  const coding = request.headers['content-encoding'];
  if (coding !== undefined && coding.toLowerCase() !== 'identity') {
    throw unsupported('Content-Encoding', '不接受压缩的请求内容');
  }
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(request.headers['content-type'] ?? '')?.[1];
  if (charset !== undefined && charset.toLowerCase() !== 'utf-8') {
    throw unsupported('Content-Type', '字符集须为 UTF-8');
  }
  return bytes.length === 0 ? undefined : parseStrictJson(decode(bytes));
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    const fields = [{ path: 'body', message: '不是合法的 UTF-8 文字' }];
    throw new GongkaiError('malformed', 'malformed-utf8', '请求内容不是合法的 UTF-8 文字', { fields }, { cause });
  }
}

/** 415: the request may be fine, but not in this form. */
function unsupported(path: string, message: string): GongkaiError {
  return new GongkaiError('malformed', 'unsupported-media-type', message, { fields: [{ path, message }] });
}
