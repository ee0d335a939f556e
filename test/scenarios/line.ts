import type { Instant, JsonObject, LocalDate, Role } from '#kernel';

/** A line of a scenario file as the generator makes it; the order of the fields is the order in which they are printed. */
export interface Line {
  readonly command: string;
  readonly case?: string;
  readonly year?: number;
  readonly now: Instant;
  readonly actor: string;
  readonly role: Role;
  readonly agency: string;
  readonly body: JsonObject;
}

/** A moment of an office day in Shanghai: `minutes` after 09:00, 0 to 480. */
export function at(day: LocalDate, minutes: number): Instant {
  const total = 60 + minutes; // 09:00 in Shanghai is 01:00 in UTC
  const two = (value: number) => String(value).padStart(2, '0');
  return `${day}T${two(Math.floor(total / 60))}:${two(total % 60)}:00.000Z`;
}

/** A file: comment lines, then the lines in order of the moments at which they were recorded. */
export function fileText(comments: readonly string[], lines: readonly Line[]): string {
  const ordered = lines.toSorted((a, b) => (a.now < b.now ? -1 : a.now > b.now ? 1 : 0));
  return [...comments.map((comment) => `# ${comment}`), ...ordered.map((line) => JSON.stringify(line)), ''].join('\n');
}
