import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';

/** What each status of a problem means, for the reader of the API's description. */
const MEANINGS: Readonly<Record<number, string>> = {
  400: '请求无法读取：JSON、请求头或地址有误',
  401: '缺少有效的访问令牌',
  403: '角色或机关范围不允许',
  404: '找不到',
  409: '现状不允许，或已被他人更新；附现状与现在可办的步骤',
  412: 'If-Match 的版本不是当前版本',
  413: '请求内容过大',
  415: '请求内容不是 UTF-8 的 JSON',
  422: '输入有误；errors 指明每个字段',
  429: '请求过于频繁；见 Retry-After',
  500: '内部错误，或存储的数据已损坏',
  503: '暂时无法服务；见 Retry-After',
};

/** Documents the problems that a route can answer with. */
export function ProblemResponses(...statuses: readonly number[]): MethodDecorator {
  return applyDecorators(
    ...statuses.map((status) =>
      ApiResponse({
        status,
        description: MEANINGS[status] ?? '',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }),
    ),
  );
}
