import type { LocalDate } from '#kernel';

/** A cell as the file holds it, before anybody says what it means. `text` is what a person sees, as far as the file tells. */
export type Cell =
  | { readonly kind: 'blank' }
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'number';
      /** Decimal digits, exactly as stored. */
      readonly text: string;
      /** The day, where the number is the serial number of one. */
      readonly day: LocalDate | null;
      /** Whether the file formats the cell as a date. */
      readonly dated: boolean;
    }
  /** A cell without a usable value; `fault` says why, in Chinese. */
  | { readonly kind: 'fault'; readonly text: string; readonly fault: string };

/** The cell that holds nothing. */
export const BLANK: Cell = { kind: 'blank' };

/** One row of a sheet. */
export interface SheetRow {
  /** As people count: 1 for the first row of the sheet; for text files the line on which the row begins. */
  readonly number: number;
  readonly hidden: boolean;
  readonly cells: readonly Cell[];
}

/** A sheet of a register, read whole. */
export interface Sheet {
  /** `null` for a text file. */
  readonly name: string | null;
  readonly rows: readonly SheetRow[];
  /** What people should know about the file though nothing is wrong with it: hidden sheets, its encoding. Chinese. */
  readonly notes: readonly string[];
}

/** What a person sees in a cell; empty for a blank one. */
export function textOf(cell: Cell | undefined): string {
  return cell === undefined || cell.kind === 'blank' ? '' : cell.text;
}
