import { GongkaiError, validate, type Json } from '#kernel';
import type { PipeTransform } from '@nestjs/common';
import type { z } from 'zod';

/** Parses a parameter by its schema. Raises `InvalidInput` with paths that start with `at`. */
export class ValidationPipe<S extends z.ZodType> implements PipeTransform<unknown, z.output<S>> {
  constructor(
    private readonly schema: S,
    private readonly at: string,
  ) {}

  transform(value: unknown): z.output<S> {
    return validate(this.schema, value, this.at);
  }
}

/** Insists on a body; what is in it is for the core to judge. Raises `body-missing` (kind malformed). */
export class BodyPipe implements PipeTransform<Json | undefined, Json> {
  constructor(private readonly otherwise?: Json) {}

  transform(value: Json | undefined): Json {
    const body = value === undefined ? this.otherwise : value;
    if (body !== undefined) return body;
    throw new GongkaiError('malformed', 'body-missing', '请求内容不能为空，应为 JSON 对象', {
      fields: [{ path: 'body', message: '不能为空' }],
    });
  }
}
