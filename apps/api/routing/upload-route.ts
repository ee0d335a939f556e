import { applyDecorators, HttpCode, Post } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { z } from 'zod';
import { ProblemResponses } from '../openapi/problem-responses.js';
import { described, queryParams, type RouteFacts } from './route.js';

interface UploadFacts extends RouteFacts {
  readonly query?: z.ZodObject;
  /** What the file may be sent as. */
  readonly mediaTypes: readonly string[];
}

/** A POST route that takes a file as its body and only asks: records nothing, needs no Idempotency-Key. */
export function UploadRoute({ query, mediaTypes, ...facts }: UploadFacts): MethodDecorator {
  return applyDecorators(
    Post(facts.path),
    HttpCode(200),
    described(facts, 200, {}),
    ...queryParams(query),
    ApiConsumes(...mediaTypes),
    ApiBody({ required: true, schema: { type: 'string', format: 'binary' } }),
    ProblemResponses(400, 401, 403, 404, 413, 415, 422, 429, 500, 503),
  );
}
