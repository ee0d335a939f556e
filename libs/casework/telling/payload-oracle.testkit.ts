import { z } from 'zod';
import type { EventDefinition } from '#kernel';

/** A value of a payload that holds no further ones, and where it stands. */
export interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

/** Every leaf of a payload; an empty list or record is one. */
export function leavesOf(value: unknown, path = ''): Leaf[] {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return [{ path, value }];
  return Object.entries(value).flatMap(([name, inner]) => {
    if (Array.isArray(value)) return leavesOf(inner, `${path}[${name}]`);
    return leavesOf(inner, path === '' ? name : `${path}.${name}`);
  });
}

interface Schema {
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

const schemaOf = ({ schema }: EventDefinition) => z.toJSONSchema(schema, { unrepresentable: 'any' }) as Schema;

/** The codes of every enumeration in the payloads of these events. */
export function codesOf(events: readonly EventDefinition[]): ReadonlySet<string> {
  const codesIn = (schema: Schema): unknown[] => [
    ...(schema.enum ?? [schema.const]),
    ...partsOf(schema).flatMap(codesIn),
  ];
  return new Set(
    events
      .map(schemaOf)
      .flatMap(codesIn)
      .filter((code) => typeof code === 'string'),
  );
}

/** Where a payload of this event can hold something, indices left out: `evidence[].document.number`. */
export function fieldsOf(event: EventDefinition): ReadonlySet<string> {
  const walk = (schema: Schema, path: string): string[] => {
    const named = Object.entries(schema.properties ?? {});
    const below = [
      ...named.flatMap(([name, inner]) => walk(inner, path === '' ? name : `${path}.${name}`)),
      ...(schema.items === undefined ? [] : walk(schema.items, `${path}[]`)),
      ...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap((one) => walk(one, path)),
    ];
    return below.length === 0 ? [path] : below;
  };
  return new Set(walk(schemaOf(event), ''));
}

function partsOf({ properties = {}, items, anyOf = [], oneOf = [] }: Schema): Schema[] {
  return [...Object.values(properties), ...(items === undefined ? [] : [items]), ...anyOf, ...oneOf];
}
