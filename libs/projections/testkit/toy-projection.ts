import type { DatabaseSync } from 'node:sqlite';
import type { RecordedEvent } from '#kernel';
import type { Projection, ProjectionHandlers } from '../projection.js';
import type { ToyStep } from './toy-log.js';

/** The points of a stream that was doubled, as `prepare` finds them by looking back. */
type Refolded = ReadonlyMap<string, number>;

/**
 * Points per stream. Deliberately order-sensitive, so that an event applied twice, left out or moved shows in the rows;
 * a `toy.doubled` is answered by folding the stream again, as a rectification would be; `toy.poison` throws.
 */
export const pointsProjection: Projection = {
  name: 'points',
  version: 1,
  filter: { exceptTypes: ['toy.noise'] },
  schema: 'CREATE TABLE points (stream TEXT PRIMARY KEY, events INTEGER NOT NULL, points INTEGER NOT NULL) STRICT',
  tables: [{ table: 'points', orderBy: ['stream'] }],
  open,
};

/** A second projection, that stands beside the first and minds nothing. */
export const totalProjection: Projection = {
  name: 'total',
  version: 1,
  schema:
    'CREATE TABLE total (one INTEGER PRIMARY KEY, events INTEGER NOT NULL) STRICT; INSERT INTO total VALUES (1, 0)',
  tables: [{ table: 'total', orderBy: ['one'] }],
  open: (db) => {
    const add = db.prepare('UPDATE total SET events = events + ?');
    return { apply: (events) => void add.run(events.length) };
  },
};

function open(db: DatabaseSync): ProjectionHandlers<Refolded> {
  const get = db.prepare('SELECT points FROM points WHERE stream = ?');
  const put = db.prepare(
    'INSERT INTO points VALUES (?1, 1, ?2) ON CONFLICT DO UPDATE SET events = events + 1, points = ?2',
  );
  return {
    async prepare(events, history) {
      const refolded = new Map<string, number>();
      for (const event of events.filter(({ type }) => type === 'toy.doubled')) {
        refolded.set(event.id, (await history.upTo(event)).reduce(nextPoints, 0));
      }
      return refolded;
    },
    apply(events, refolded) {
      for (const event of events) {
        const before = Number(get.get(event.stream)?.['points'] ?? 0);
        put.run(event.stream, refolded.get(event.id) ?? nextPoints(before, event));
      }
    },
  };
}

/** Not commutative, and different from itself done twice. */
function nextPoints(points: number, { type, data, position }: RecordedEvent): number {
  switch (type) {
    case 'toy.collected':
      return ((points * 3 + Number(data['points'])) % 1_000_003) + 1;
    case 'toy.doubled':
      return (points * 2) % 1_000_003;
    case 'toy.poison':
      throw new Error(`cannot digest ${position}`);
    default:
      return points;
  }
}

/** A row of the table `points`. */
export interface PointsRow {
  readonly stream: string;
  readonly events: number;
  readonly points: number;
}

/** The slow oracle: the same rows from the steps themselves, without store, batches or SQL. */
export function pointsOf(steps: readonly ToyStep[]): readonly PointsRow[] {
  const rows = new Map<string, PointsRow>();
  for (const { stream, type, data } of steps) {
    if (type === 'toy.noise') continue;
    const before = rows.get(stream) ?? { stream, events: 0, points: 0 };
    const collected = Number(data?.['points'] ?? data?.['amount'] ?? 0);
    const points =
      type === 'toy.doubled' ? (before.points * 2) % 1_000_003 : ((before.points * 3 + collected) % 1_000_003) + 1;
    rows.set(stream, { stream, events: before.events + 1, points });
  }
  return [...rows.values()].sort((a, b) => (a.stream < b.stream ? -1 : 1));
}
