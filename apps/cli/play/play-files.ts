import { systemClock, type Office } from '#office';
import { statSync } from 'node:fs';
import { progress } from '../shell/progress.js';
import { play } from './play.js';
import type { PlayReport } from './play-report.js';
import { takeLinesTo } from './take-line.js';

/** Plays files into an office, with a bar over all their bytes. */
export async function playFiles(
  office: Office,
  files: readonly string[],
  options: { readonly goOn: boolean; readonly signal: AbortSignal },
): Promise<PlayReport> {
  const bar = progress('执行', sum(files.map(sizeOf)));
  const before = new Map(files.map((file, index) => [file, sum(files.slice(0, index).map(sizeOf))]));
  try {
    return await play(files, takeLinesTo(office, systemClock), {
      ...options,
      onProgress: (file, bytesRead) => bar.update((before.get(file) ?? 0) + bytesRead),
    });
  } finally {
    bar.stop();
  }
}

/** A missing file has no size; the play itself says what is wrong with it. */
function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
