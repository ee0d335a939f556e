import type { z } from 'zod';
import { GongkaiError } from './errors.js';
import type { JsonObject } from './event.js';

/** How one type of event is stored: its explicit name, the present version of its schema, and the way up from older versions. */
export interface EventDefinition<T extends string = string, S extends z.ZodType = z.ZodType> {
  readonly type: T;
  readonly version: number;
  readonly schema: S;
  /** Official or plain Chinese name, shown in histories. */
  readonly label: string;
  /** Article of the Regulation, or the rule, that the event rests on. */
  readonly source: string;
  /** `upcasters[n]` turns a payload of version n into one of version n + 1. Pure; tested with stored fixtures that are never edited. */
  readonly upcasters?: Readonly<Record<number, (old: JsonObject) => JsonObject>>;
}

/** Declares an event type. Types are strings of the form `family.what-happened` and never change once written to a log. */
export function defineEvent<const T extends string, S extends z.ZodType>(
  definition: EventDefinition<T, S>,
): EventDefinition<T, S> {
  return definition;
}

/** The union member of a definition: `{ type, data }`. */
export type EventOf<D> =
  D extends EventDefinition<infer T, infer S> ? { readonly type: T; readonly data: z.output<S> } : never;

/** All event types of the system. Two definitions with one name are refused at construction. */
export class EventRegistry {
  readonly #byType = new Map<string, EventDefinition>();

  constructor(definitions: Iterable<EventDefinition>) {
    for (const definition of definitions) {
      if (this.#byType.has(definition.type)) throw new Error(`event type registered twice: ${definition.type}`);
      this.#byType.set(definition.type, definition);
    }
  }

  /** Every definition, in order of registration. */
  all(): readonly EventDefinition[] {
    return [...this.#byType.values()];
  }

  /** Raises `unknown-event-type` (kind corrupt): a reader must stop, never skip. */
  get(type: string): EventDefinition {
    const definition = this.#byType.get(type);
    if (definition) return definition;
    throw new GongkaiError('corrupt', 'unknown-event-type', `未知的事件类型：${type}`, { type });
  }

  /** The payload in the present version. Raises `unknown-event-type` or `unknown-event-version` (kind corrupt). */
  upcast(event: { readonly type: string; readonly version: number; readonly data: JsonObject }): JsonObject {
    const definition = this.get(event.type);
    let data = event.data;
    for (let version = event.version; version < definition.version; version++) {
      const up = definition.upcasters?.[version];
      if (!up) throw this.#unknownVersion(event.type, version);
      data = up(data);
    }
    if (event.version > definition.version) throw this.#unknownVersion(event.type, event.version);
    return data;
  }

  #unknownVersion(type: string, version: number): GongkaiError {
    return new GongkaiError('corrupt', 'unknown-event-version', `事件 ${type} 的版本 ${version} 无法识别`, {
      type,
      version,
    });
  }
}
