import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { eventId, GongkaiError, type NewEvent } from '#kernel';
import { command } from '../contract/sample-events.testkit.js';
import { MemoryEventStore } from '../memory/memory-event-store.js';
import type { EventStore, ExpectedRevision, LogFilter } from '../port.js';
import { openSqliteEventStore, type SqliteEventStore } from './open-sqlite-event-store.js';
import { testDirectory, type TestDirectory } from './sqlite-files.testkit.js';

/** A made-up append. Few streams, commands and payloads, so that conflicts, retries and reuses are frequent. */
interface Attempt {
  readonly stream: string;
  readonly expected: ExpectedRevision;
  readonly command: number;
  readonly payloads: readonly number[];
  readonly actor: string;
}

type Step =
  | { readonly kind: 'append'; readonly together: readonly Attempt[] }
  | { readonly kind: 'read'; readonly stream: string; readonly from: number; readonly max: number }
  | { readonly kind: 'readAll'; readonly after: number; readonly max: number; readonly filter: LogFilter }
  | { readonly kind: 'reopen' };

const stream = fc.constantFrom('case-1', 'case-2', 'agency-1');
const attempt: fc.Arbitrary<Attempt> = fc.record({
  stream,
  expected: fc.oneof(fc.constantFrom('any', 'no-stream'), fc.integer({ min: -1, max: 6 })),
  command: fc.nat({ max: 8 }),
  payloads: fc.array(fc.nat({ max: 1 }), { minLength: 1, maxLength: 3 }),
  actor: fc.constantFrom('staff-1', 'staff-1', 'staff-1', 'staff-2'),
});
const type = fc.constantFrom('x.0', 'x.1', 'x.2');
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ kind: fc.constant('append'), together: fc.array(attempt, { minLength: 1, maxLength: 5 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('read'),
      stream,
      from: fc.nat({ max: 8 }),
      max: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('readAll'),
      after: fc.nat({ max: 12 }),
      max: fc.integer({ min: 1, max: 6 }),
      filter: fc.record(
        {
          types: fc.array(type, { maxLength: 2 }),
          exceptTypes: fc.array(type, { maxLength: 2 }),
          streamPrefix: fc.constantFrom('', 'case-', 'case-1', 'x'),
        },
        { requiredKeys: [] },
      ),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen') }) },
);

function eventsOf({ command: number, payloads }: Attempt): NewEvent[] {
  return payloads.map((n, index) => ({
    id: eventId(`c${number}`, index),
    type: `x.${number % 3}`,
    version: 1,
    data: { n },
  }));
}

/** What a call came to, comparable between stores. */
async function outcomeOf(call: Promise<unknown>): Promise<unknown> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof GongkaiError) return { code: error.code, message: error.message, facts: error.facts };
    throw error;
  }
}

function outcomesOf(store: EventStore, step: Exclude<Step, { kind: 'reopen' }>): Promise<unknown> {
  switch (step.kind) {
    case 'append':
      return Promise.all(
        step.together.map((one) => {
          const metadata = command(`c${one.command}`, { actor: one.actor });
          return outcomeOf(store.append(one.stream, one.expected, eventsOf(one), metadata));
        }),
      );
    case 'read':
      return outcomeOf(store.read(step.stream, step));
    case 'readAll':
      return outcomeOf(store.readAll({ ...step, after: step.after === 0 ? '' : String(step.after).padStart(16, '0') }));
  }
}

describe('SQLite against the store in memory', () => {
  let directory: TestDirectory;
  beforeEach(async () => {
    directory = await testDirectory();
  });
  afterEach(() => directory.remove());

  it('answers every sequence of appends, retries, reads and reopenings alike', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const file = `${directory.file}-${run++}`;
        const memory = new MemoryEventStore();
        let sqlite: SqliteEventStore = await openSqliteEventStore({ file, mode: 'writer' });
        try {
          for (const step of steps) {
            if (step.kind === 'reopen') {
              await sqlite.close();
              sqlite = await openSqliteEventStore({ file, mode: 'writer' });
            } else {
              expect(await outcomesOf(sqlite, step)).toEqual(await outcomesOf(memory, step));
            }
          }
          expect(await sqlite.readAll()).toEqual(await memory.readAll());
          expect(await sqlite.head()).toEqual(await memory.head());
          expect((await sqlite.verify()).damage).toBeUndefined();
        } finally {
          await sqlite.close();
        }
      }),
      { numRuns: 60 },
    );
  });
});
