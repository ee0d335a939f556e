import { StoreCorrupt, type CommandMetadata, type JsonObject, type RecordedEvent } from '#kernel';
import { positionOf } from '../positions.js';

/** The columns of {@link EVENT_COLUMNS}: the stream by its name, which is null when its row is gone, or by its number. */
export type EventRow<Stream extends string | number | null = string | null> = readonly [
  position: number,
  stream: Stream,
  revision: number,
  id: string,
  type: string,
  version: number,
  data: string,
  metadata: string,
  hash: string,
];

/** Reads events with the name of their stream; `e` is the event, `s` the stream. */
export const EVENT_COLUMNS = 'e.position, s.name, e.revision, e.id, e.type, e.version, e.data, e.metadata, e.hash';

/**
 * Turns rows into events. Raises `StoreCorrupt` naming the position when the JSON cannot be read.
 * Events of one command have the same metadata text; it is parsed once and shared, frozen.
 */
export function recordedEvents(rows: readonly EventRow[]): RecordedEvent[] {
  const events: RecordedEvent[] = [];
  let lastText: string | undefined;
  let metadata: CommandMetadata | undefined;
  // By index: a rebuild reads millions of rows, and taking tuples apart by name costs a tenth of it.
  for (const row of rows) {
    if (row[1] === null) throw damaged(row, '所属流的记录缺失');
    if (metadata === undefined || row[7] !== lastText) {
      lastText = row[7];
      metadata = Object.freeze(parse<CommandMetadata>(lastText, row));
    }
    events.push({
      id: row[3],
      type: row[4],
      version: row[5],
      stream: row[1],
      revision: row[2],
      position: positionOf(row[0]),
      data: parse<JsonObject>(row[6], row),
      metadata,
      hash: row[8],
    });
  }
  return events;
}

/** The error for a row that is not what was written. */
export function damaged(
  [position, stream, revision]: readonly [number, string | null, number, ...unknown[]],
  what: string,
  options?: ErrorOptions,
): StoreCorrupt {
  const at = positionOf(position);
  return new StoreCorrupt(`事件库第 ${at} 位的事件已损坏：${what}`, { position: at, stream, revision }, options);
}

function parse<T>(text: string, row: EventRow): T {
  try {
    return JSON.parse(text) as T;
  } catch (cause) {
    throw damaged(row, '内容不是 JSON', { cause });
  }
}
