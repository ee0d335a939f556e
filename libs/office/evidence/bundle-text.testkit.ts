import type { EvidenceBundle } from './evidence-bundle.js';

/** A bundle as one text. */
export async function textOf({ lines }: EvidenceBundle): Promise<string> {
  const parts: string[] = [];
  for await (const line of lines) parts.push(line);
  return parts.join('');
}

/** The lines of a bundle without the seal and without line feeds. */
export function linesOf(text: string): readonly string[] {
  return text.split('\n').slice(0, -2);
}

/** A path into a line, such as `['stream', 'events', 0, 'id']`. */
export type LeafPath = readonly (string | number)[];

/** Every leaf of a line: strings, numbers, booleans, nulls. */
export function leavesOf(value: unknown, path: LeafPath = []): readonly LeafPath[] {
  if (typeof value !== 'object' || value === null) return [path];
  if (Array.isArray(value)) return value.flatMap((one, index) => leavesOf(one, [...path, index]));
  return Object.entries(value).flatMap(([key, one]) => leavesOf(one, [...path, key]));
}

/** The line with other leaves in the place of one. */
export function withLeaf(line: string, path: LeafPath, changed: (leaf: unknown) => readonly unknown[]): string[] {
  const leaf = path.reduce<unknown>((at, key) => (at as Record<string | number, unknown>)[key], JSON.parse(line));
  return changed(leaf).map((other) => {
    const copy = JSON.parse(line) as Record<string | number, unknown>;
    const parent = path.slice(0, -1).reduce<unknown>((at, key) => (at as typeof copy)[key], copy) as typeof copy;
    parent[path.at(-1)!] = other;
    return JSON.stringify(copy);
  });
}

/** Other values close to a leaf: a character of every part of a text, a number beside, the opposite. */
export function near(leaf: unknown): readonly unknown[] {
  if (typeof leaf === 'number') return [leaf + 1, leaf - 1, String(leaf)];
  if (typeof leaf === 'boolean') return [!leaf];
  if (typeof leaf !== 'string') return ['x', 0];
  const places = [...new Set([0, leaf.length >> 2, leaf.length >> 1, leaf.length - 1])].filter(
    (at) => at >= 0 && at < leaf.length,
  );
  const other = (character: string) => (character === '1' ? '2' : '1');
  const swapped = places.map((at) => leaf.slice(0, at) + other(leaf[at]!) + leaf.slice(at + 1));
  return [...swapped, `${leaf} `, leaf.slice(1), null];
}
