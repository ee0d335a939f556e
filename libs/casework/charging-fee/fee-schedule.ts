import type { FeeMethod } from './fee-notice.js';

/** A band of a progressive tariff: up to and including this unit, each unit beyond the band before costs this much. */
interface Band {
  /** Last unit of the band. */
  readonly upTo: number;
  readonly fenPerUnit: number;
}

/** A tariff: bands, and what follows the last of them. Amounts in fen. */
interface Tariff {
  readonly bands: readonly Band[];
  /** Behind the last band: further bands of `width` units, each dearer by `addsFenPerUnit` than the one before. */
  readonly beyond: { readonly width: number; readonly addsFenPerUnit: number };
}

/** The tariff of 国办函〔2020〕109号 (DR 1.8). Pieces are counted per applicant and calendar month, pages per application. */
export const FEE_TARIFFS: Readonly<Record<FeeMethod, Tariff>> = {
  'per-piece': {
    bands: [
      { upTo: 10, fenPerUnit: 0 },
      { upTo: 30, fenPerUnit: 100_00 },
    ],
    beyond: { width: 10, addsFenPerUnit: 100_00 },
  },
  'per-page': {
    bands: [
      { upTo: 30, fenPerUnit: 0 },
      { upTo: 100, fenPerUnit: 10_00 },
      { upTo: 200, fenPerUnit: 20_00 },
      { upTo: Infinity, fenPerUnit: 40_00 },
    ],
    beyond: { width: 1, addsFenPerUnit: 0 },
  },
};

/** The most units that one notice may charge for; keeps every amount a safe integer and every sum short. */
export const MAX_FEE_UNITS = 100_000;

/**
 * The charge in fen for `units` more units when `priorUnits` were already charged for (pieces of the same month; else 0).
 * Exact; both are integers from 0 to {@link MAX_FEE_UNITS}.
 */
export function feeFen(method: FeeMethod, units: number, priorUnits = 0): number {
  return totalFen(FEE_TARIFFS[method], priorUnits + units) - totalFen(FEE_TARIFFS[method], priorUnits);
}

function totalFen({ bands, beyond }: Tariff, units: number): number {
  let total = 0;
  let done = 0;
  let price = 0;
  const charge = (upTo: number) => {
    total += (Math.min(upTo, units) - done) * price;
    done = Math.min(upTo, units);
  };
  for (const { upTo, fenPerUnit } of bands) {
    price = fenPerUnit;
    charge(upTo);
  }
  while (done < units) {
    price += beyond.addsFenPerUnit;
    charge(done + beyond.width);
  }
  return total;
}
