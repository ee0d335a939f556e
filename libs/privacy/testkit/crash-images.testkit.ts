import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';

/** The files of a directory as a kill at one moment would have left them. */
export interface CrashImage {
  readonly directory: string;
}

/**
 * Copies a directory before every statement that could write: what a process killed there leaves to the next one, since
 * SQLite hands each byte to the system before it goes on. Kills within a statement are SQLite's own to survive.
 */
export class CrashImages {
  readonly images: CrashImage[] = [];
  readonly #directory: string;
  readonly #under = mkdtempSync(join(tmpdir(), 'gongkai-vault-images-'));

  constructor(directory: string) {
    this.#directory = directory;
  }

  get under(): string {
    return this.#under;
  }

  /** Runs `work`, taking an image before each statement, and one after the last. */
  during(work: () => void): void {
    const take = (): void => {
      const directory = join(this.#under, String(this.images.length));
      cpSync(this.#directory, directory, { recursive: true });
      this.images.push({ directory });
    };
    const restore = [
      before(DatabaseSync.prototype, 'exec', take),
      before(StatementSync.prototype, 'run', take),
      before(StatementSync.prototype, 'get', take, (statement) => statement.sourceSQL.includes('wal_checkpoint')),
    ];
    try {
      work();
    } finally {
      for (const put of restore) put();
    }
    take();
  }
}

/** Has `take` run before each call of a method, of those objects that `when` picks; answers with how to put it back. */
function before<T extends object>(
  prototype: T,
  name: keyof T & string,
  take: () => void,
  when: (self: T) => boolean = () => true,
): () => void {
  const original: unknown = Reflect.get(prototype, name);
  if (typeof original !== 'function') throw new Error(`${name} is no method`);
  Reflect.set(prototype, name, function (this: T, ...values: unknown[]): unknown {
    if (when(this)) take();
    return Reflect.apply(original, this, values) as unknown;
  });
  return () => void Reflect.set(prototype, name, original);
}
