import { putFingerprint, type IndexEntries, type IndexFault, type Seed } from './index-entries.js';

/** The columns of an event that an index holds too. */
export type KeyRow = readonly [position: number, stream: number, revision: number, id: string, ...rest: unknown[]];

/** The keys of all events of a walk, from the first on and without a gap, kept to be compared with what the indexes say. */
export class WalkedKeys {
  readonly #seed: Seed;
  readonly #pages: IndexEntries[] = [];
  #length = 0;

  constructor(seed: Seed) {
    this.#seed = seed;
  }

  /** Events so far. */
  get length(): number {
    return this.#length;
  }

  /** Keeps the keys of the next events; `rows` must go on where the last ones ended. */
  add(rows: readonly KeyRow[]): void {
    const { length } = rows;
    const [streams, revisions, ids] = [new Float64Array(length), new Float64Array(length), new Int32Array(2 * length)];
    for (let index = 0; index < length; index++) {
      const row = rows[index]!;
      streams[index] = row[1];
      revisions[index] = row[2];
      // A damaged row may hold anything there; its hash tells.
      if (typeof row[3] === 'string') putFingerprint(ids, 2 * index, row[3], this.#seed);
    }
    this.#pages.push({ streams, revisions, ids });
    this.#length += length;
  }

  /** The first event of which an index says something else; `null` when none does. Entries of later events are not looked at. */
  comparedWith({ streams, revisions, ids }: IndexEntries): IndexFault | null {
    let event = 0;
    for (const page of this.#pages) {
      for (let index = 0; index < page.streams.length; index++, event++) {
        if (streams[event] !== page.streams[index] || revisions[event] !== page.revisions[index])
          return { fault: '流与修订索引与事件不符', position: event + 1 };
        if (ids[2 * event] !== page.ids[2 * index] || ids[2 * event + 1] !== page.ids[2 * index + 1])
          return { fault: '事件编号索引与事件不符', position: event + 1 };
      }
    }
    return null;
  }
}
