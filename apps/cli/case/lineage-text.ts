import type { LineageEntry } from '#office';

/** An entry behind a figure in a few words: what it is, and what made it read so. */
export function lineageText({ label, supplied, amendedBy }: LineageEntry): string {
  return marked(label, [...(supplied === null ? [] : ['补记']), ...amendments(amendedBy)]);
}

/** The rectifications that correct an entry, a few words each. */
export function amendments(amendedBy: readonly number[]): readonly string[] {
  return amendedBy.map((by) => `由第 ${by} 条更正`);
}

/** A label with its marks in brackets. */
export function marked(label: string, marks: readonly string[]): string {
  return marks.length === 0 ? label : `${label}（${marks.join('，')}）`;
}
