import assert from 'node:assert/strict';
import { BEFORE_ALL, eventId, type RecordedEvent } from '#kernel';
import { openSqliteEventStore, type EventStore } from '#event-store';
import { eventsOf, metadataOf, type KillCommand } from './kill-load.js';

/** What a check found the log to hold. */
export interface LogChecked {
  readonly events: number;
  /** Commands that were sent and never acknowledged, and yet are in the log, whole. */
  readonly unacknowledgedButWritten: number;
}

/**
 * Opens the log as the next process would, and raises an AssertionError unless: every chain verifies; revisions have no
 * gap; every event is there once; of every command either all events are there, together and in order, or none; every
 * acknowledged command is there. Then sends what was never acknowledged once more, as a client would, and checks again.
 */
export async function checkLog(
  file: string,
  acknowledged: Iterable<KillCommand>,
  unacknowledged: readonly KillCommand[],
): Promise<LogChecked> {
  const store = await openSqliteEventStore({ file, mode: 'writer' });
  try {
    const { damage } = await store.verify();
    assert.equal(damage, undefined, `damage: ${JSON.stringify(damage)}`);
    const before = await commandsIn(store);
    for (const { commandId } of acknowledged) assert(before.has(commandId), `acknowledged and missing: ${commandId}`);
    const written = unacknowledged.filter(({ commandId }) => before.has(commandId));
    for (const command of unacknowledged) {
      const again = await store.append(command.stream, 'any', eventsOf(command), metadataOf(command));
      assert.equal(again.written, !before.has(command.commandId), `retry of ${command.commandId}`);
    }
    const after = await commandsIn(store);
    for (const { commandId } of unacknowledged) assert(after.has(commandId), `sent again and missing: ${commandId}`);
    const events = [...after.values()].reduce((sum, size) => sum + size, 0);
    return { events, unacknowledgedButWritten: written.length };
  } finally {
    await store.close();
  }
}

/** The commands in the log with the number of their events; raises an AssertionError on any that is not whole. */
async function commandsIn(store: EventStore): Promise<ReadonlyMap<string, number>> {
  const commands = new Map<string, number>();
  const revisions = new Map<string, number>();
  let open: { commandId: string; stream: string; index: number; of: number } | undefined;
  for await (const event of everyEvent(store)) {
    const { stream, revision, metadata, data, id } = event;
    assert.equal(revision, (revisions.get(stream) ?? -1) + 1, `gap in ${stream}`);
    revisions.set(stream, revision);
    if (open === undefined) {
      assert(!commands.has(metadata.commandId), `written twice: ${metadata.commandId}`);
      open = { commandId: metadata.commandId, stream, index: 0, of: data['of'] as number };
    }
    assert.deepEqual(
      [metadata.commandId, stream, data['index'], id],
      [open.commandId, open.stream, open.index, eventId(open.commandId, open.index)],
      'half a batch',
    );
    open.index++;
    if (open.index === open.of) {
      commands.set(open.commandId, open.of);
      open = undefined;
    }
  }
  assert.equal(open, undefined, 'half a batch at the end');
  return commands;
}

async function* everyEvent(store: EventStore): AsyncGenerator<RecordedEvent, void, undefined> {
  for (let after = BEFORE_ALL, atEnd = false; !atEnd;) {
    const page = await store.readAll({ after, max: 2000 });
    yield* page.events;
    ({ next: after, atEnd } = page);
  }
}
