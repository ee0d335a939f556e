import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, StatementSync } from 'node:sqlite';

/** The files of a directory as a kill at one moment would have left them. */
export interface CrashImage<Label> {
  readonly directory: string;
  readonly label: Label;
}

/**
 * Copies a directory before every statement that could write: what a process killed there leaves to the next one, since
 * SQLite hands each byte to the system before it goes on. Kills within a statement are SQLite's own to survive.
 */
export class CrashImages<Label> {
  readonly images: CrashImage<Label>[] = [];
  readonly #directory: string;
  readonly #under = mkdtempSync(join(tmpdir(), 'gongkai-vault-images-'));

  constructor(directory: string) {
    this.#directory = directory;
  }

  get under(): string {
    return this.#under;
  }

  /** Runs `work`, taking an image before each statement, and one after the last. */
  during(label: Label, work: () => void): void {
    const take = (): void => {
      const directory = join(this.#under, String(this.images.length));
      cpSync(this.#directory, directory, { recursive: true });
      this.images.push({ directory, label });
    };
    const [exec, run, get] = [DatabaseSync.prototype.exec, StatementSync.prototype.run, StatementSync.prototype.get];
    DatabaseSync.prototype.exec = function (this: DatabaseSync, sql) {
      take();
      return exec.call(this, sql);
    };
    StatementSync.prototype.run = function (this: StatementSync, ...values: unknown[]) {
      take();
      return Reflect.apply(run, this, values) as ReturnType<typeof run>;
    } as typeof run;
    StatementSync.prototype.get = function (this: StatementSync, ...values: unknown[]) {
      if (this.sourceSQL.includes('wal_checkpoint')) take();
      return Reflect.apply(get, this, values) as ReturnType<typeof get>;
    } as typeof get;
    try {
      work();
    } finally {
      DatabaseSync.prototype.exec = exec;
      StatementSync.prototype.run = run;
      StatementSync.prototype.get = get;
    }
    take();
  }
}
