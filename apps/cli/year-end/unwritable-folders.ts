import type { YearEndStatus } from '#office';
import { accessSync, constants, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { reasonOf } from '../shell/read-json-file.js';

/** A place in which the run could not make or write the folder of a report, and why, in Chinese. */
export interface UnwritableFolder {
  readonly path: string;
  readonly reason: string;
}

/** Looks whether the run could write its folders below `out`, and makes none: what is there already must be folders open to writing. */
export function unwritableFolders(out: string, { lines, scopes }: YearEndStatus): readonly UnwritableFolder[] {
  const folders = [
    out,
    ...lines.map(({ agency }) => join(out, agency)),
    ...scopes.map(({ agency, scope }) => join(out, agency, scope)),
  ];
  const obstacles = folders.flatMap((folder) => obstacleOf(resolve(folder)) ?? []);
  return [...new Map(obstacles.map((one) => [one.path, one])).values()];
}

/** Of a folder that is not there, the nearest one above it decides. */
function obstacleOf(path: string): UnwritableFolder | null {
  try {
    const there = statSync(path, { throwIfNoEntry: false });
    if (there === undefined) return obstacleOf(dirname(path));
    if (!there.isDirectory()) return { path, reason: '不是目录' };
    accessSync(path, constants.W_OK | constants.X_OK);
    return null;
  } catch (error) {
    // Below a file nothing can be: the file itself is the obstacle.
    return isBelowFile(error) ? obstacleOf(dirname(path)) : { path, reason: reasonOf(error) };
  }
}

function isBelowFile(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOTDIR';
}
