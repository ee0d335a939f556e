import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Generation } from '../generation/generation.js';
import type { Projection } from '../projection.js';
import { syncDirectory } from './sync-directory.js';
import type { Place } from './place.js';

/** What SQLite keeps beside a database. A database never meets the companions of another one that had its name. */
const COMPANIONS = ['-wal', '-shm', '-journal'];

/**
 * Generations as files of the views directory: `<name>-v<version>.g<n>.db`. The highest n is in service; a swap is the
 * rename of the side file to the next n. A name in service is never used again, since a reader in another process may
 * still have the old file open: it goes on seeing the old rows, whole, until it looks for a newer file.
 */
export class DirectoryPlace implements Place {
  readonly #stem: string;

  constructor(
    private readonly directory: string,
    { name, version }: Pick<Projection, 'name' | 'version'>,
  ) {
    this.#stem = `${name}-v${version}`;
  }

  current(): string | undefined {
    const newest = Math.max(0, ...this.#numbers('g', '.db'));
    return newest === 0 ? undefined : this.#path(`g${newest}`);
  }

  fresh(): string {
    mkdirSync(this.directory, { recursive: true });
    return this.#path(`g${this.#next('g')}`);
  }

  side(): { readonly path: string; readonly exists: boolean } {
    const path = this.#path('rebuild');
    return { path, exists: existsSync(path) };
  }

  promote(side: Generation): Generation {
    const { projection } = side;
    side.closeWhole();
    const path = this.fresh();
    renameSync(side.path, path);
    syncDirectory(this.directory);
    return Generation.open(path, projection);
  }

  setAside(generation: Generation): string {
    generation.close();
    const path = this.#path(`differs-${this.#next('differs-')}`);
    renameSync(generation.path, path);
    // Still there when another process is reading the file.
    if (existsSync(`${generation.path}-wal`)) renameSync(`${generation.path}-wal`, `${path}-wal`);
    this.discard(generation.path);
    return path;
  }

  discard(path: string): void {
    // The database first: companions without a database mean nothing, a database without its WAL could lie.
    for (const end of ['', ...COMPANIONS]) rmSync(path + end, { force: true });
  }

  /** Removes what a kill between a swap and its tidying left behind. Only for the one writer of the directory. */
  sweep(): void {
    const inService = this.current();
    for (const number of this.#numbers('g')) {
      const path = this.#path(`g${number}`);
      if (path !== inService) this.discard(path);
    }
  }

  #path(part: string): string {
    return join(this.directory, `${this.#stem}.${part}.db`);
  }

  /** Companions count too: a new database must not find those of an old one. */
  #next(kind: string): number {
    return 1 + Math.max(0, ...this.#numbers(kind));
  }

  #numbers(kind: string, end = ''): number[] {
    if (!existsSync(this.directory)) return [];
    const start = `${this.#stem}.${kind}`;
    const names = readdirSync(this.directory).filter((name) => name.startsWith(start) && name.endsWith(end));
    return names.map((name) => Number.parseInt(name.slice(start.length), 10)).filter(Number.isSafeInteger);
  }
}
