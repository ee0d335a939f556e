import { DatabaseSync } from 'node:sqlite';
import { StoreUnavailable } from '#kernel';
import { definitionDigest } from '../definition.js';
import { readCheckpoint } from '../generation/checkpoint.js';
import { DirectoryPlace } from '../place/directory-place.js';
import type { Projection } from '../projection.js';
import { View } from './view.js';

/** Views that another process keeps up to date. */
export interface ReadOnlyViews {
  /** The rows of a projection. Raises, at use, `view-missing` (never built here, or by another definition). */
  view(projection: Projection): View;
  close(): void;
}

const ATTEMPTS = 10;

/** Opens the views in `directory` to look at them, whether or not a runner is at work there. Writes nothing, takes no lock. */
export function openViewsReadOnly(directory: string): ReadOnlyViews {
  const views = new Map<string, View>();
  return {
    view: (projection) => {
      const key = definitionDigest(projection);
      const known = views.get(key);
      if (known) return known;
      const place = new DirectoryPlace(directory, projection);
      const view = new View(projection, { current: () => place.current(), open: () => open(place, projection) });
      views.set(key, view);
      return view;
    },
    close: () => {
      for (const view of views.values()) view.close();
    },
  };
}

/** A swap may remove the file between finding and opening it; then there is a newer one. */
function open(place: DirectoryPlace, projection: Projection): { readonly db: DatabaseSync; close(): void } {
  for (let attempt = 1; ; attempt++) {
    const path = place.current();
    if (path === undefined) throw missing(projection);
    let db: DatabaseSync | undefined;
    try {
      const opened = new DatabaseSync(path, { readOnly: true, timeout: 5000 });
      db = opened;
      readCheckpoint(opened, definitionDigest(projection));
      return { db: opened, close: () => opened.close() };
    } catch (cause) {
      db?.close();
      if (attempt === ATTEMPTS || place.current() === path) throw missing(projection, { cause });
    }
  }
}

function missing({ name, version }: Projection, options?: ErrorOptions): StoreUnavailable {
  return new StoreUnavailable(
    'view-missing',
    `找不到可读的视图 ${name}（第 ${version} 版），请先启动服务或重建`,
    options,
  );
}
