import { z } from 'zod';

/** A figure that a sentence states: the key of its cell, or of a count outside the tables, and its value then. */
export const statedFigureSchema = z.strictObject({
  figure: z.string().min(1).max(300),
  value: z.int(),
});
export type StatedFigure = z.output<typeof statedFigureSchema>;

/** A sentence generated from the figures of a year. The id stays the same whatever the figures are. */
export interface StatingSentence {
  readonly id: string;
  readonly text: string;
  readonly figures: readonly StatedFigure[];
}

/** Whether two sentences, or the same at two times, state the same figures. */
export function statesTheSame(a: readonly StatedFigure[], b: readonly StatedFigure[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ figure, value }, index) => b[index]?.figure === figure && b[index].value === value)
  );
}
