import { HttpException } from '@nestjs/common';
import { CASE_STATUSES, STATUS_LABELS } from '#casework';
import { GongkaiError, type ErrorFacts, type ErrorKind } from '#kernel';
import { typeOf, type Problem, type ProblemAnswer } from './problem.js';

/** What the mapping needs to know of the request besides the error. */
export interface ProblemContext {
  readonly requestId: string;
  /** Whether the caller named a revision: a lost race is then 412, else 409. */
  readonly hasIfMatch: boolean;
}

/** The class of an error, as HTTP sees it. The only such table. */
export const BY_KIND: Readonly<Record<ErrorKind, { readonly status: number; readonly title: string }>> = {
  malformed: { status: 400, title: '请求无法读取' },
  invalid: { status: 422, title: '输入有误' },
  unauthenticated: { status: 401, title: '未验证身份' },
  forbidden: { status: 403, title: '无权办理' },
  'not-found': { status: 404, title: '找不到' },
  refused: { status: 409, title: '现状不允许' },
  conflict: { status: 409, title: '已被他人更新' },
  unavailable: { status: 503, title: '暂时无法服务' },
  corrupt: { status: 500, title: '存储的数据已损坏' },
};

/** Errors that arise before or around the application, by status: those of the HTTP server, the router and the limits. */
export const BY_STATUS: Readonly<
  Record<number, { readonly code: string; readonly title: string; readonly detail: string }>
> = {
  400: { code: 'malformed-request', title: '请求无法读取', detail: '请求行、请求头或请求长度有误' },
  404: { code: 'route-not-found', title: '找不到', detail: '没有这个地址；全部地址见 /docs' },
  405: { code: 'method-not-allowed', title: '方法不允许', detail: '该地址不支持此方法；支持的方法见 Allow 响应头' },
  408: { code: 'request-timeout', title: '请求超时', detail: '请求未在时限内发送完毕' },
  413: { code: 'body-too-large', title: '请求内容过大', detail: '请求内容超过上限' },
  414: { code: 'uri-too-long', title: '地址过长', detail: '地址中的编号过长' },
  415: { code: 'unsupported-media-type', title: '内容类型不支持', detail: '请求内容须为 application/json（UTF-8）' },
  429: { code: 'too-many-requests', title: '请求过多', detail: '请求过于频繁，请按 Retry-After 稍候再试' },
  431: { code: 'headers-too-large', title: '请求头过大', detail: '请求头超过上限' },
  503: { code: 'not-ready', title: '暂时无法服务', detail: '服务尚未就绪或有部件停止' },
};

/** A 4xx of the HTTP server or a plugin that the table does not name. */
export const REFUSED = { code: 'request-refused', title: '请求被拒绝', detail: '服务器不接受此请求' };
/** Whatever is not known to be meant for callers. */
export const INTERNAL = {
  code: 'internal',
  title: '内部错误',
  detail: '出现意外错误，已记录；请凭 instance 联系运维人员',
};

/** Seconds after which a caller may ask again when the service is unavailable. */
const RETRY_AFTER = '5';

/** Turns anything thrown into a problem. Whatever is not known to be meant for callers becomes a bare 500. */
export function problemOf(error: unknown, context: ProblemContext): ProblemAnswer {
  if (error instanceof GongkaiError) return ofGongkai(error, context);
  const status = statusOf(error);
  const known = BY_STATUS[status] ?? (status >= 400 && status < 500 ? REFUSED : undefined);
  if (!known) return ofStatus(500, INTERNAL, {}, context);
  return ofStatus(status, known, status === 503 ? healthFacts(error) : {}, context);
}

function ofGongkai(error: GongkaiError, context: ProblemContext): ProblemAnswer {
  // The body is readable, only not in a form that is served; the kind has no class of its own for it.
  if (error.code === 'unsupported-media-type') {
    return answer(error.code, '内容类型不支持', 415, error.message, callerFacts(error.facts), context);
  }
  const { status, title } = BY_KIND[error.kind];
  const lostRace = error.kind === 'conflict' && context.hasIfMatch;
  const facts = status >= 500 ? {} : callerFacts(error.facts);
  return answer(error.code, title, lostRace ? 412 : status, error.message, facts, context);
}

function ofStatus(
  status: number,
  { code, title, detail }: { readonly code: string; readonly title: string; readonly detail: string },
  facts: Readonly<Record<string, unknown>>,
  context: ProblemContext,
): ProblemAnswer {
  return answer(code, title, status, detail, facts, context);
}

function answer(
  code: string,
  title: string,
  status: number,
  detail: string,
  facts: Readonly<Record<string, unknown>>,
  { requestId }: ProblemContext,
): ProblemAnswer {
  const instance = `urn:gongkai:request:${requestId}`;
  const problem: Problem = { ...facts, type: typeOf(code), title, status, detail, instance, code };
  return { problem, headers: headersFor(status) };
}

function headersFor(status: number): Record<string, string> {
  if (status === 401) return { 'www-authenticate': 'Bearer realm="gongkai"' };
  return status === 503 ? { 'retry-after': RETRY_AFTER } : {};
}

/** Facts under the names that they have in a problem: `status` there is the number of HTTP, so the state is `caseStatus`. */
function callerFacts({ fields, status, ...rest }: ErrorFacts): Record<string, unknown> {
  const caseStatus = CASE_STATUSES.find((known) => known === status);
  return {
    ...rest,
    ...(fields && { errors: fields }),
    ...(caseStatus && { caseStatus, caseStatusLabel: STATUS_LABELS[caseStatus] }),
  };
}

/** The status that the HTTP server, Nest or a plugin gave to its error; 500 when none. */
function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  const status: unknown = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof status === 'number' ? status : 500;
}

/** What readiness found, part by part. */
function healthFacts(error: unknown): Record<string, unknown> {
  const body: unknown = error instanceof HttpException ? error.getResponse() : undefined;
  return typeof body === 'object' && body !== null && 'details' in body ? { details: body.details } : {};
}
