import { localDateSchema, type LocalDate } from '#kernel';
import { z } from 'zod';
import { approverSchema, personRefSchema } from './references.js';

/**
 * Why a person is erased (PIPL Art. 47(1)): the retention period ended, the purpose is met or out of reach, the data were
 * handled unlawfully, they were entered by mistake, another law says so.
 */
export const ERASURE_REASONS = [
  'retention-ended',
  'purpose-met',
  'unlawful-processing',
  'entered-in-error',
  'other-law',
] as const;
export type ErasureReason = (typeof ERASURE_REASONS)[number];

/** The decision to erase a person, and the tombstone that stays. Holds nothing personal. */
export const erasureSchema = z.strictObject({
  personRef: personRefSchema,
  /** Effective date of the erasure. */
  on: localDateSchema,
  reason: z.enum(ERASURE_REASONS, { error: '应为销毁理由之一：' + ERASURE_REASONS.join('、') }),
  /** Staff id of who approved it. */
  approvedBy: approverSchema,
});
export type Erasure = Readonly<z.output<typeof erasureSchema>>;

/** What every read of an erased person answers, whatever was asked for. */
export interface Erased {
  readonly erased: true;
  /** Effective date of the erasure. */
  readonly on: LocalDate;
}

/** The placeholder for a person with this tombstone. */
export function erasedOn({ on }: Pick<Erasure, 'on'>): Erased {
  return { erased: true, on };
}

/** Tells the placeholder from data. */
export function isErased(answer: unknown): answer is Erased {
  return typeof answer === 'object' && answer !== null && 'erased' in answer && answer.erased === true;
}
