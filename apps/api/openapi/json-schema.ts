import type { OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';

/** A schema as the description of the API holds it. */
export type SchemaObject = Exclude<
  NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string],
  { $ref: string }
>;

/** The JSON Schema (2020-12, as OpenAPI 3.1 wants it) of what a client sends (`input`) or gets (`output`). */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): SchemaObject {
  const { $schema: _dialect, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any', override: dropPattern });
  return json as unknown as SchemaObject;
}

/** Where the format says it all, the regular expression of zod is only noise. */
function dropPattern({ jsonSchema }: { readonly jsonSchema: { format?: string; pattern?: string } }): void {
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern;
}
