import { hash } from 'node:crypto';
import { basename } from 'node:path';
import { canonicalJson } from '#kernel';
import type { ScenarioLine } from './scenario-line.js';

/**
 * Gives every line of one file its command id: the line's own `id`, made unique per person as over HTTP (the same command sent
 * either way is one), or one derived from the base name of the file, the line as canonical JSON (spaces and the order of fields
 * do not matter) and how often the same line came before in the file. So a file played again gives the same ids, wherever it
 * lies and whatever was inserted between its lines.
 */
export class CommandIds {
  /** Times that a line was met, by the first 48 bits of its hash: a chance collision only makes another, equally stable id. */
  readonly #met = new Map<number, number>();

  /** The id of the next line of the file. */
  next(line: ScenarioLine): string {
    if (line.id !== undefined) return `${line.actor}:${line.id}`;
    const digest = hash('sha256', `${basename(line.file)}\n${canonicalJson(line.json)}`, 'hex');
    const key = Number.parseInt(digest.slice(0, 12), 16);
    const occurrence = (this.#met.get(key) ?? 0) + 1;
    this.#met.set(key, occurrence);
    return `play.${digest.slice(0, 32)}.${occurrence}`;
  }
}
