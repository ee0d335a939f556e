import type { LocalDate } from '#kernel';
import type { DateField, IntegerField, RegisterField, WordField } from '../mapping/fields.js';
import type { CodeOf } from '../mapping/mapping.js';

/** Why a row cannot be taken over: which column, what stands there, what is wrong, in Chinese. */
export interface RowFault {
  /** `null` for the row as a whole. */
  readonly field: RegisterField | null;
  /** Head of the column as the register writes it; `null` where no column is to blame. */
  readonly column: string | null;
  /** What stands in the cell, shortened. */
  readonly value: string;
  readonly reason: string;
}

/** What a row says, translated. A field that is absent is not known; nothing is filled in. */
export type RegisterFacts = Partial<
  Record<DateField, LocalDate> &
    Record<IntegerField, number> & { [F in WordField]: CodeOf<F> } & {
      readonly replyNumber: string;
    }
> & { readonly caseNumber: string; readonly receivedOn: LocalDate };

/** Where a row stands and what its cells are, for provenance. */
export interface RowPlace {
  readonly row: number;
  /** SHA-256 of the canonical JSON of the mapped cells, by field. */
  readonly rowSha256: string;
  /** The number of the case as far as it can be read; empty where it cannot. */
  readonly caseNumber: string;
}
