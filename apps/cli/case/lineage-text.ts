import type { LineageEntry } from '#office';

/** An entry behind a figure in a few words: what it is, and what made it read so. */
export function lineageText({ label, supplied, amendedBy }: LineageEntry): string {
  const marks = [...(supplied === null ? [] : ['补记']), ...amendedBy.map((by) => `由第 ${by} 条更正`)];
  return marks.length === 0 ? label : `${label}（${marks.join('，')}）`;
}
