import type { ReportForm } from '#agency';
import type {
  CellAddress,
  Figure,
  NarrativeFigure as StatedFigure,
  NarrativeKey as StatedKey,
  PublishedKey,
  Table2,
  Table3,
  Table4,
} from '#statistics';
import type { Place } from './document.js';

/**
 * What a published report says, as far as it can be read without guessing. A figure is as published: `null` is a blank cell, never 0.
 * A table that is not shown, or that cannot be read, is `null`; a row is absent; an unreadable cell is `null` and listed in `unread`.
 */
export interface PublishedReport {
  /** The form by its heads and rows, never by the year; `null` where what is shown fits both. */
  readonly form: ReportForm | null;
  /** （六）其他处理 is printed as one row (`other.all`), as the 2019 form has it and some reports in the 2021 form keep it. */
  readonly otherAsOneRow: boolean;
  /** Name of the agency as the title has it; `null` where no title names one. */
  readonly agency: string | null;
  /** Year that the figures are about; `null` where the report does not say, or says several. */
  readonly year: number | null;
  readonly table2: PublishedTable2 | null;
  readonly table3: Table3<Figure> | null;
  readonly table4: Table4<Figure> | null;
  /** Figures that the running text states, in the order of reading; one key more than once where the text gives it different values. */
  readonly narrative: readonly NarrativeFigure[];
  /** Every table, row or cell that is there and could not be read. Empty: all that was found was read. */
  readonly unread: readonly Unread[];
  /** What stood in cells beside the figures, and zeros that were printed as a sign. */
  readonly remarks: readonly Remark[];
}

/** Table 2 with the rows and columns that are shown, and the row that some provinces add to it. */
export type PublishedTable2 = Table2 & {
  readonly otherDocuments?: { readonly [column: string]: Figure };
};

/** Names of the figures that published running text is read for: all but those of the items published. */
export type NarrativeKey = Exclude<StatedKey, 'publishedTotal' | PublishedKey>;

/** A figure of the running text, with the sentence as in the file. */
export interface NarrativeFigure extends StatedFigure {
  readonly key: NarrativeKey;
  readonly place: Place;
}

/** Something that could not be read. */
export interface Unread {
  /** What it is a part of; `null`: the whole document. */
  readonly table: 2 | 3 | 4 | null;
  /** Id of the row of table 2 or 3, of the block of table 4, key of a figure of the running text, where just that is unread. */
  readonly row: string | null;
  /** The cell, where just one is unread; its figure is `null`. */
  readonly cell: CellAddress | null;
  readonly place: Place;
  /** What stands there, as in the file, shortened where long; `null` where nothing stands there. */
  readonly text: string | null;
  /** Why, in plain Chinese. */
  readonly reason: string;
}

/** A remark in a cell: `22(其中修订16件)` is 22 with the text `22(其中修订16件)`; `/` is 0 with the text `/`. */
export interface Remark {
  readonly cell: CellAddress;
  readonly text: string;
  readonly place: Place;
}
