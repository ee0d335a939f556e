import { erasureSchema, type Erasure } from '../person/erasure.js';
import { vaultCorrupt } from '../vault-errors.js';

/** Columns of a tombstone, the same in both files, in the order of {@link TombstoneRow}. */
export const TOMBSTONE_COLUMNS = 'person, erased_on, reason, approved_by';

/** A tombstone as stored. */
export type TombstoneRow = readonly [person: string, on: string, reason: string, approvedBy: string];

/** The erasure in a row. Raises `vault-corrupt` when this program did not write it. */
export function erasureOf([personRef, on, reason, approvedBy]: TombstoneRow): Erasure {
  const parsed = erasureSchema.safeParse({ personRef, on, reason, approvedBy });
  if (parsed.success) return parsed.data;
  throw vaultCorrupt('销毁记录已损坏');
}

/** The row of an erasure. */
export function tombstoneRow({ personRef, on, reason, approvedBy }: Erasure): [string, string, string, string] {
  return [personRef, on, reason, approvedBy];
}
