import { NotFound, type LocalDate, type Position } from '#kernel';
import type { Adjustment, Books, Edition, Restatement } from '#agency';
import type { YearFigures } from '#statistics';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { BooksDesk } from '../desk/books-desk.js';
import { assertScope, type Principal } from '../principal.js';
import { labelled, type LabelledDifference } from './figure-differences.js';
import { publishedFigures } from './stored-tables.js';

/** One published edition, in short. */
export interface EditionLine {
  readonly edition: number;
  /** Day of the closing or of the restatement. */
  readonly on: LocalDate;
  readonly position: Position;
  readonly form: Edition['form'];
  readonly digest: string;
  readonly carriedForward: number;
  /** Why it restates the one before it; `null` for the first. */
  readonly restatement: Pick<Restatement, 'reason' | 'explanation' | 'approvedBy'> | null;
  /** Acceptances of drift from this edition. */
  readonly adjustments: readonly Adjustment[];
}

/** One published edition whole, as it was on the day. */
export interface EditionView extends EditionLine {
  readonly agency: string;
  readonly year: number;
  readonly figures: YearFigures;
  readonly manifest: Edition['manifest'];
  readonly ruleFindings: Edition['ruleFindings'];
  readonly waivers: Edition['waivers'];
  /** What it changes in the edition before it; none for the first. `now` is the figure of this edition. */
  readonly differences: readonly LabelledDifference[];
  /** The first of the causes of these differences. */
  readonly causes: Restatement['causes'];
  readonly causesInAll: number;
}

/** Reads what was published; nothing is recomputed. */
export class EditionReader {
  constructor(
    private readonly agencies: AgencyDesk,
    private readonly books: BooksDesk,
  ) {}

  /** All editions of a year, the first one first; none while it is not closed. Raises `outside-scope`, `not-found`. */
  async editions(agency: string, year: number, principal: Principal): Promise<readonly EditionLine[]> {
    const books = await this.#books(agency, year, principal);
    return books.editions.map((edition) => lineOf(edition, books));
  }

  /** Raises `outside-scope`, `not-found` (agency or edition). */
  async edition(agency: string, year: number, number: number, principal: Principal): Promise<EditionView> {
    const books = await this.#books(agency, year, principal);
    const edition = editionOf(books, number);
    const { manifest, ruleFindings, waivers, restatement } = edition;
    return {
      agency,
      year,
      ...lineOf(edition, books),
      figures: publishedFigures(edition),
      manifest,
      ruleFindings,
      waivers,
      differences: labelled(restatement?.differences ?? [], edition.form),
      causes: restatement?.causes ?? [],
      causesInAll: restatement?.causesInAll ?? 0,
    };
  }

  async #books(agency: string, year: number, principal: Principal): Promise<Books> {
    assertScope(principal, agency);
    await this.agencies.agencyOf(agency);
    return (await this.books.booksOf(agency, year)).books;
  }
}

/** The edition with this number. Raises `not-found`. */
export function editionOf({ year, editions }: Books, number: number): Edition {
  const edition = editions.find((one) => one.edition === number);
  if (edition !== undefined) return edition;
  throw new NotFound('版次', `${year} 年度第 ${number} 版`);
}

function lineOf(edition: Edition, { adjustments }: Books): EditionLine {
  const { on, position, form, digest, carriedForward, restatement } = edition;
  const why = restatement && {
    reason: restatement.reason,
    explanation: restatement.explanation,
    approvedBy: restatement.approvedBy,
  };
  return {
    edition: edition.edition,
    on,
    position,
    form,
    digest,
    carriedForward,
    restatement: why ?? null,
    adjustments: adjustments.filter((one) => one.edition === edition.edition),
  };
}
