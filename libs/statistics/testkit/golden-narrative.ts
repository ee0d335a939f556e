import type { FeeFigures } from '../fees.js';
import type { NarrativeFigure, NarrativeKey } from '../narrative/narrative-figures.js';

const STATED = {
  new: 14069,
  carriedIn: 560,
  handled: 14629,
  resolved: 13810,
  carriedOut: 819,
  granted: 5548,
  partial: 2168,
  grantedAndPartial: 7716,
  refused: 730,
  unable: 3421,
  notProcessed: 457,
  other: 1486,
  stateSecret: 13,
  enforcementFile: 286,
  notHeld: 3222,
  duplicate: 148,
  overdueCorrection: 318,
  overdueFee: 203,
  reviews: 790,
  suits: 212,
  ownLevelNew: 14069,
  ownLevelCarriedOut: 17,
  feeNotices: 215,
  feeNoticedFen: 4_000_000,
  feePaidFen: 60_050,
} satisfies { readonly [key in NarrativeKey]?: number };

/** The golden report in words: every figure stands in a sentence of its own. */
export const GOLDEN_NARRATIVE: readonly NarrativeFigure[] = Object.entries(STATED).map(([key, value]) => ({
  key: key as NarrativeKey,
  value,
  sentence: `${key}${String(value)}件。`,
}));

/** The fees behind it. */
export const GOLDEN_FEES: FeeFigures = { notices: 215, noticedFen: 4_000_000, paidFen: 60_050, lapsed: 203 };
