import type { Edition, IssuedSum } from '#agency';
import type { SummedFigures, YearFigures } from '#statistics';

/**
 * Figures as an event holds them. The log takes whole numbers only, and the amount in 万元 is the one figure that may have
 * decimals: it goes in as its digits (`"7730.28"`).
 */
export function storedTables(figures: SummedFigures): Edition['tables'] {
  return withAmount(figures, String) as unknown as Edition['tables'];
}

/** The figures of an edition; the inverse of {@link storedTables}. */
export function publishedFigures({ tables }: Edition): YearFigures {
  return withAmount(tables as unknown as YearFigures, Number) as YearFigures;
}

/** The figures of an issued report of a scope; the inverse of {@link storedTables}. */
export function summedFigures({ tables }: IssuedSum): SummedFigures {
  return withAmount(tables as unknown as SummedFigures, Number);
}

/** An unknown amount stays unknown. */
function withAmount(figures: SummedFigures, as: (amount: unknown) => unknown): SummedFigures {
  const { table2 } = figures;
  const { fees } = table2;
  if (fees === undefined || !('amount10k' in fees) || fees.amount10k === null) return figures;
  return { ...figures, table2: { ...table2, fees: { amount10k: as(fees.amount10k) } } } as SummedFigures;
}
