import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '#kernel';
import { IN_MEMORY, type Generation } from '../generation/generation.js';
import type { ViewSource } from './view.js';

/** Rows of a projection that runs in this process: a read-only connection of its own, or in memory the only one there is. */
export function sourceOfLoop(loop: {
  readonly generation: Generation | undefined;
  readonly projection: { readonly name: string };
}): ViewSource {
  return {
    current: () => loop.generation,
    open: () => {
      const { generation } = loop;
      if (!generation) throw new StoreUnavailable('view-unavailable', `视图 ${loop.projection.name} 尚未就绪`);
      if (generation.path === IN_MEMORY) return { db: generation.db, close: () => undefined };
      const db = new DatabaseSync(generation.path, { readOnly: true, timeout: 5000 });
      return { db, close: () => db.close() };
    },
  };
}
