import type { Adjustment } from '#agency';
import type { Comparison } from './drift.js';
import { labelled, type LabelledDifference } from './figure-differences.js';

/** The accepted drift by which present figures may differ from the edition: who accepted what, when and why. */
export interface ExplainingAdjustment extends Pick<Adjustment, 'edition' | 'on' | 'approvedBy' | 'reason'> {
  /** The figures that it covers, as published and as they are now. */
  readonly cells: readonly LabelledDifference[];
}

/** The adjustment that covers exactly the present figures; `null` where nothing differs, or not in the way that was accepted. */
export function explainingAdjustment({
  published,
  differences,
  digest,
  adjustment,
}: Comparison): ExplainingAdjustment | null {
  if (differences.length === 0 || adjustment?.digest !== digest) return null;
  const { edition, on, approvedBy, reason } = adjustment;
  return { edition, on, approvedBy, reason, cells: labelled(differences, published.form) };
}
