import type { Edition } from '#agency';
import type { YearFigures } from '#statistics';

/**
 * Figures as an event holds them. The log takes whole numbers only, and the amount in 万元 is the one figure that may have
 * decimals: it goes in as its digits (`"7730.28"`).
 */
export function storedTables(figures: YearFigures): Edition['tables'] {
  const { table2 } = figures;
  if (!('amount10k' in table2.fees)) return figures as unknown as Edition['tables'];
  const fees = { amount10k: String(table2.fees.amount10k) };
  return { ...figures, table2: { ...table2, fees } } as unknown as Edition['tables'];
}

/** The figures of an edition; the inverse of {@link storedTables}. */
export function publishedFigures({ tables }: Edition): YearFigures {
  const stored = tables as unknown as YearFigures;
  const { table2 } = stored;
  if (!('amount10k' in table2.fees)) return stored;
  return { ...stored, table2: { ...table2, fees: { amount10k: Number(table2.fees.amount10k) } } } as YearFigures;
}
