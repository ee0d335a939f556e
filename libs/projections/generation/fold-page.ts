import type { LogPage } from '#event-store';
import { GongkaiError, type EventRegistry, type RecordedEvent } from '#kernel';
import { isPassing, stoppedAt } from '../projection-errors.js';
import type { StreamHistory } from '../stream-history.js';
import { upcast } from '../upcast.js';
import type { Generation } from './generation.js';

/** What a fold needs beside the events. */
export interface FoldContext {
  readonly registry: EventRegistry;
  readonly history: StreamHistory;
}

/**
 * Folds a page of the log into a generation and moves its checkpoint to the end of the page. A page, or a part of one,
 * that was folded before changes nothing.
 *
 * At an event that nobody knows or that the fold throws at, everything before it is folded and kept, nothing behind it is,
 * and an error with its position and id is raised. Raises too what passes: `view-unavailable`, `StoreUnavailable`, `view-corrupt`.
 */
export async function foldPage(
  generation: Generation,
  { events, next }: Pick<LogPage, 'events' | 'next'>,
  context: FoldContext,
): Promise<void> {
  if (next <= generation.position) return;
  const fresh = events.filter(({ position }) => position > generation.position);
  const { readable, stop } = readUntilUnknown(fresh, generation, context.registry);
  const last = stop ? readable.at(-1)?.position : next;
  if (last !== undefined) await foldOrFindCulprit(generation, readable, last, context);
  if (stop) throw stop;
}

/** The events up to the first that cannot be read, and the error that names that one. */
function readUntilUnknown(
  events: readonly RecordedEvent[],
  { projection: { name, knownTypes } }: Generation,
  registry: EventRegistry,
): { readonly readable: readonly RecordedEvent[]; readonly stop?: GongkaiError } {
  const readable: RecordedEvent[] = [];
  const known = knownTypes && new Set(knownTypes);
  for (const event of events) {
    try {
      const current = upcast(event, registry);
      if (known && !known.has(event.type)) throw notHandled(event.type);
      readable.push(current);
    } catch (error) {
      return { readable, stop: stoppedAt(event, name, error) };
    }
  }
  return { readable };
}

async function foldOrFindCulprit(
  generation: Generation,
  events: readonly RecordedEvent[],
  next: RecordedEvent['position'],
  { history }: FoldContext,
): Promise<void> {
  try {
    await generation.fold(events, next, history);
  } catch (error) {
    if (isPassing(error)) throw error;
    await foldOneByOne(generation, events, history);
    // Each alone went through: the fold minds the batch, which it must not, but no event is at fault.
    if (next > generation.position) await generation.fold([], next, history);
  }
}

async function foldOneByOne(
  generation: Generation,
  events: readonly RecordedEvent[],
  history: StreamHistory,
): Promise<void> {
  for (const event of events) {
    try {
      await generation.fold([event], event.position, history);
    } catch (error) {
      throw isPassing(error) ? error : stoppedAt(event, generation.projection.name, error);
    }
  }
}

function notHandled(type: string): GongkaiError {
  return new GongkaiError('corrupt', 'event-type-not-handled', `投影不处理事件类型：${type}`, { type });
}
