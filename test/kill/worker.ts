/**
 * The process that is killed: `worker.ts FILE ROUND CLIENTS`. Appends as fast as it can and says on its standard
 * output `opening` and `ready`, then for every command `sent ID STREAM SIZE` before and `done ID` after the store has acknowledged it.
 * On a refusal it says `failed ID CODE` and that client stops.
 */
import { writeSync } from 'node:fs';
import { GongkaiError } from '#kernel';
import { openSqliteEventStore, type EventStore } from '#event-store';
import { eventsOf, killCommand, metadataOf } from './kill-load.js';

// Straight to the descriptor: a line is on its way before the next step begins. The dot tells a whole line from one cut off.
const say = (line: string): void => void writeSync(1, `${line} .\n`);

async function work(store: EventStore, round: number, client: number): Promise<void> {
  for (let number = 0; ; number++) {
    const command = killCommand(round, client, number);
    say(`sent ${command.commandId} ${command.stream} ${command.size}`);
    try {
      await store.append(command.stream, 'any', eventsOf(command), metadataOf(command));
    } catch (error) {
      if (!(error instanceof GongkaiError)) throw error;
      return say(`failed ${command.commandId} ${error.code}`);
    }
    say(`done ${command.commandId}`);
  }
}

const [file, round, clients] = process.argv.slice(2);
say('opening');
const store = await openSqliteEventStore({ file: file!, mode: 'writer' });
say('ready');
await Promise.all(Array.from({ length: Number(clients) }, (_, client) => work(store, Number(round), client)));
