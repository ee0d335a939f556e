import { applyDecorators, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiBearerAuth, ApiBody, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';
import { jsonSchemaOf } from '../openapi/json-schema.js';
import { ProblemResponses } from '../openapi/problem-responses.js';
import { PATH_PARAMS, type PathParamName } from './path-params.js';

/** What is said about a route, once: for the router and for the description of the API. */
export interface RouteFacts {
  /** Below the path of the controller. */
  readonly path: string;
  /** Whole path when the controller has parameters of its own. */
  readonly under?: string;
  /** Unique name of the operation. */
  readonly id: string;
  /** Plain Chinese. */
  readonly summary: string;
  readonly description?: string;
  readonly answer: z.ZodType;
}

interface ReadFacts extends RouteFacts {
  readonly query?: z.ZodObject;
  /** Whether the answer carries the revision of its stream as ETag. */
  readonly etag?: boolean;
}

interface RecordFacts extends RouteFacts {
  readonly body: z.ZodType;
  /** 201 with `Location` instead of 200. */
  readonly creates?: boolean;
  /** Whether the target is a stream that If-Match can speak about. */
  readonly ifMatch?: boolean;
}

/** A GET route: reads, records nothing. */
export function ReadRoute({ query, etag, ...facts }: ReadFacts): MethodDecorator {
  return applyDecorators(
    Get(facts.path),
    described(facts, 200, etag ? { ETag: ETAG } : {}),
    ...queryParams(query),
    ProblemResponses(401, 403, 404, 422, 429, 500, 503),
  );
}

/** A PUT route: puts one thing in the place of what was; sent again it changes nothing more. Not for what the log records. */
export function PutRoute({ body, ...facts }: RouteFacts & { readonly body: z.ZodType }): MethodDecorator {
  return applyDecorators(
    Put(facts.path),
    described(facts, 200, {}),
    ApiBody({ required: true, schema: jsonSchemaOf(body, 'input') }),
    ProblemResponses(400, 401, 403, 404, 409, 413, 415, 422, 429, 500, 503),
  );
}

interface DownloadFacts extends Omit<RouteFacts, 'answer'> {
  readonly query?: z.ZodObject;
  /** Of the file. */
  readonly mediaType: string;
}

/** A GET route that answers with a file. */
export function DownloadRoute({ query, mediaType, ...facts }: DownloadFacts): MethodDecorator {
  const headers = { 'Content-Disposition': { description: '文件名', schema: { type: 'string' } } };
  return applyDecorators(
    Get(facts.path),
    described({ ...facts, answer: z.string().describe('文件内容') }, 200, headers, mediaType),
    ...queryParams(query),
    ProblemResponses(401, 403, 404, 409, 422, 429, 500, 503),
  );
}

/** A POST route that only asks: its question is too large for a URL. Records nothing, needs no Idempotency-Key. */
export function AskRoute({
  query,
  body,
  ...facts
}: Omit<ReadFacts, 'etag'> & { readonly body: z.ZodType }): MethodDecorator {
  return applyDecorators(
    Post(facts.path),
    HttpCode(200),
    described(facts, 200, {}),
    ...queryParams(query),
    ApiBody({ required: true, schema: jsonSchemaOf(body, 'input') }),
    ProblemResponses(400, 401, 403, 404, 413, 415, 422, 429, 500, 503),
  );
}

/** A POST route: records one command, once per Idempotency-Key. */
export function RecordRoute({ body, creates, ifMatch = true, ...facts }: RecordFacts): MethodDecorator {
  const status = creates ? 201 : 200;
  const headers = { ETag: ETAG, 'Idempotent-Replay': REPLAY, ...(creates && { Location: LOCATION }) };
  return applyDecorators(
    Post(facts.path),
    HttpCode(status),
    described(facts, status, headers),
    ApiHeader({
      name: 'Idempotency-Key',
      required: true,
      description: '命令编号，1 至 200 个可见 ASCII 字符；重复发送只记录一次',
      schema: { type: 'string', minLength: 1, maxLength: 200 },
    }),
    ...(ifMatch
      ? [
          ApiHeader({
            name: 'If-Match',
            required: false,
            description: '所见版本的 ETag，例如 "3"；不符则答 412',
            schema: { type: 'string' },
          }),
        ]
      : []),
    ApiBody({ required: true, schema: jsonSchemaOf(body, 'input') }),
    ProblemResponses(400, 401, 403, 404, 409, 412, 413, 415, 422, 429, 500, 503),
  );
}

const ETAG = { description: '该记录的版本号（强校验）', schema: { type: 'string' } };
const REPLAY = { description: 'true：此命令早已记录，重复给出当时的结果', schema: { type: 'string', enum: ['true'] } };
const LOCATION = { description: '新建记录的地址', schema: { type: 'string' } };

/** What every route says of itself. */
export function described(
  facts: RouteFacts,
  status: number,
  headers: Record<string, typeof ETAG>,
  mediaType = 'application/json',
): MethodDecorator {
  const { path, under = '', id, summary, description, answer } = facts;
  const names = [...`${under}/${path}`.matchAll(/:(\w+)/g)].map(([, name]) => name as PathParamName);
  return applyDecorators(
    ApiBearerAuth(),
    ApiOperation({ operationId: id, summary, ...(description && { description }) }),
    ...names.map((name) => ApiParam({ name, required: true, schema: jsonSchemaOf(PATH_PARAMS[name], 'output') })),
    ApiResponse({
      status,
      description: '成功',
      headers: { 'X-Request-Id': { description: '请求编号', schema: { type: 'string' } }, ...headers },
      content: { [mediaType]: { schema: jsonSchemaOf(answer, 'output') } },
    }),
  );
}

/** The description of the parameters of a query. */
export function queryParams(query: z.ZodObject | undefined): MethodDecorator[] {
  return Object.entries(query?.shape ?? {}).map(([name, schema]) => {
    const type = schema as z.ZodType;
    const json = jsonSchemaOf(type, 'output');
    const isList = json.type === 'array';
    return ApiQuery({
      name,
      required: !type.safeParse(undefined).success,
      schema: json,
      ...(isList && { explode: false }),
    });
  });
}
