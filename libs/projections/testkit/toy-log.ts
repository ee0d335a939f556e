import { z } from 'zod';
import type { EventStore } from '#event-store';
import { EventRegistry, defineEvent, eventId, type CommandMetadata, type JsonObject, type NewEvent } from '#kernel';

/** Events of a made-up domain: streams collect points; a `doubled` makes good for its whole stream so far. */
const collected = defineEvent({
  type: 'toy.collected',
  version: 2,
  schema: z.object({ points: z.int() }),
  label: '得分',
  source: 'test',
  // Version 1 said `amount`.
  upcasters: { 1: ({ amount }) => ({ points: amount ?? 0 }) },
});
const doubled = defineEvent({ type: 'toy.doubled', version: 1, schema: z.object({}), label: '加倍', source: 'test' });
const noise = defineEvent({ type: 'toy.noise', version: 1, schema: z.object({}), label: '噪声', source: 'test' });
const poison = defineEvent({ type: 'toy.poison', version: 1, schema: z.object({}), label: '毒', source: 'test' });

export const toyRegistry = new EventRegistry([collected, doubled, noise, poison]);

/** One append: to which stream, and what. */
export interface ToyStep {
  readonly stream: string;
  readonly type: string;
  readonly version?: number;
  readonly data?: JsonObject;
}

export function collect(stream: string, points: number): ToyStep {
  return { stream, type: 'toy.collected', version: 2, data: { points } };
}

/** As an old program wrote it. */
export function collectOld(stream: string, amount: number): ToyStep {
  return { stream, type: 'toy.collected', version: 1, data: { amount } };
}

export function double(stream: string): ToyStep {
  return { stream, type: 'toy.doubled' };
}

export function ofType(stream: string, type: string): ToyStep {
  return { stream, type };
}

/** Appends the steps in order; the ids follow from `run` and the index, so the same call gives the same log anywhere. */
export async function play(store: EventStore, steps: readonly ToyStep[], run = 'run'): Promise<void> {
  for (const [index, { stream, type, version = 1, data = {} }] of steps.entries()) {
    const id = eventId(`${run}/${index}`, 0);
    const event: NewEvent = { id, type, version, data };
    await store.append(stream, 'any', [event], metadata(`${run}/${index}`));
  }
}

function metadata(commandId: string): CommandMetadata {
  return {
    commandId,
    actor: 'staff-1',
    role: 'handler',
    agency: 'a',
    now: '2024-03-01T08:00:00.000Z',
    on: '2024-03-01',
    correlationId: commandId,
    causationId: commandId,
    commandHash: '0'.repeat(64),
  };
}
