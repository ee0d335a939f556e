import { Refused, type LocalDate, type Position } from '#kernel';
import {
  latestEdition,
  standingAdjustment,
  type Adjustment,
  type Books,
  type Edition,
  type FigureDifference,
} from '#agency';
import type { EventStore } from '#event-store';
import type { YearFigures } from '#statistics';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { BooksDesk } from '../desk/books-desk.js';
import type { StreamDesk } from '../desk/stream-desk.js';
import { assertScope, type Principal } from '../principal.js';
import { eventRegistry } from '../registry.js';
import { caseStream, registerStream } from '../streams.js';
import type { OfficeViews } from '../views/office-views.js';
import { caseCauses, registerCauses, type Cause, type MovedCell } from './drift-causes.js';
import { differencesBetween, figureValues, labelled, type LabelledDifference } from './figure-differences.js';
import { digestOf } from './figures-of.js';
import { publishedFigures } from './stored-tables.js';
import type { YearReader } from './year-reader.js';

/** An entry behind the published edition that moved figures of its year. */
export interface CausingEvent {
  readonly position: Position;
  readonly revision: number;
  readonly type: string;
  readonly label: string;
  /** Effective date of the fact. */
  readonly on: LocalDate;
  readonly recordedAt: string;
}

/** A case or a register whose later entries moved figures. */
export type DriftCause = (
  { readonly kind: 'case'; readonly caseId: string } | { readonly kind: 'register'; readonly year: number }
) & {
  readonly events: readonly CausingEvent[];
  readonly moved: readonly MovedCell[];
};

/** Drift of a closed year: how the figures as now known differ from the published edition, and why. */
export interface YearDrift {
  readonly agency: string;
  readonly year: number;
  /** The edition that holds, against which is compared. */
  readonly edition: number;
  /** Position of the log that the present figures include. */
  readonly position: Position;
  /** True while figures differ from the edition and this very difference is not accepted as an adjustment. */
  readonly drifted: boolean;
  /** Every figure that differs from the edition, accepted or not. */
  readonly cells: readonly LabelledDifference[];
  /** The first causes; a difference of 0 has none, however many entries came and went. */
  readonly causes: readonly DriftCause[];
  readonly causesInAll: number;
  /** The standing adjustment, if it covers exactly the present figures. */
  readonly acceptedBy: Adjustment | null;
}

/** A closed year beside its edition. */
export interface Comparison {
  readonly published: Edition;
  readonly figures: YearFigures;
  readonly position: Position;
  readonly digest: string;
  readonly differences: readonly FigureDifference[];
  readonly adjustment: Adjustment | null;
}

/** What the comparison of a closed year works with. */
export interface DriftParts {
  readonly store: EventStore;
  readonly views: OfficeViews;
  readonly desk: StreamDesk;
  readonly agencies: AgencyDesk;
  readonly books: BooksDesk;
  readonly reader: YearReader;
}

/** How many causes are told where nobody says. */
const CAUSES = 200;

/** Compares closed years with what is known now. As long as nothing differs this costs no more than reading the counters. */
export class DriftReader {
  constructor(private readonly parts: DriftParts) {}

  /** Raises `outside-scope`, `not-found`, `year-not-closed` (kind refused). At most `limit` causes are told. */
  async drift(agency: string, year: number, principal: Principal, limit = CAUSES): Promise<YearDrift> {
    assertScope(principal, agency);
    await this.parts.agencies.agencyOf(agency);
    const { books } = await this.parts.books.booksOf(agency, year);
    const comparison = await this.compare(books);
    const { published, position, differences, digest, adjustment } = comparison;
    const causes = await this.causes(comparison);
    const acceptedBy = differences.length > 0 && adjustment?.digest === digest ? adjustment : null;
    return {
      agency,
      year,
      edition: published.edition,
      position,
      drifted: differences.length > 0 && acceptedBy === null,
      cells: labelled(differences, published.form),
      causes: await this.tell(agency, causes.slice(0, limit)),
      causesInAll: causes.length,
      acceptedBy,
    };
  }

  /** The edition that holds beside the figures at the head of the log. Raises `year-not-closed`. */
  async compare(books: Books): Promise<Comparison> {
    assertClosed(books);
    await this.parts.views.waitFor(await this.parts.store.head(), { timeoutMs: 10_000 });
    return this.compareNow(books);
  }

  /** The same beside the figures that the views hold, wherever they are. Raises `year-not-closed`. */
  compareNow(books: Books): Comparison {
    const published = assertClosed(books);
    const { agency, year } = books;
    const { figures, position } = this.parts.reader.read({ agency, year, form: published.form });
    const digest = digestOf(figures);
    const differences =
      digest === published.digest
        ? []
        : differencesBetween(figureValues(publishedFigures(published)), figureValues(figures));
    return { published, figures, position, digest, differences, adjustment: standingAdjustment(books) };
  }

  /** Everything that moved figures between the edition and the figures compared; none where nothing differs. */
  async causes(comparison: Comparison): Promise<readonly Cause[]> {
    return comparison.differences.length === 0 ? [] : this.moves(comparison);
  }

  /** The same, also where moves cancel in every figure: the cases behind the figures are then others (ADR 9). */
  async moves({ published, position }: Comparison): Promise<readonly Cause[]> {
    const { agency, year, form } = published;
    const of = { agency, year, form };
    const stretch = { after: published.position, upTo: position };
    const { store, views } = this.parts;
    return [...caseCauses(views, of, stretch), ...(await registerCauses(store, views, of, stretch))];
  }

  /** Causes with what their entries say. */
  tell(agency: string, causes: readonly Cause[]): Promise<readonly DriftCause[]> {
    return Promise.all(causes.map((cause) => this.#told(agency, cause)));
  }

  async #told(agency: string, cause: Cause): Promise<DriftCause> {
    const { moved } = cause;
    const stream = cause.kind === 'case' ? caseStream(cause.caseId) : registerStream(agency, cause.year);
    const history = await this.parts.desk.history(stream);
    const events = cause.events.flatMap(({ revision, position }) => {
      const entry = history[revision];
      if (entry === undefined) return [];
      const { on } = entry.data as { readonly on: LocalDate };
      const { label } = eventRegistry.get(entry.type);
      return [{ position, revision, type: entry.type, label, on, recordedAt: entry.by.recordedAt }];
    });
    return cause.kind === 'case'
      ? { kind: 'case', caseId: cause.caseId, events, moved }
      : { kind: 'register', year: cause.year, events, moved };
  }
}

function assertClosed(books: Books): Edition {
  const published = latestEdition(books);
  if (published !== null) return published;
  const { agency, year } = books;
  throw new Refused('year-not-closed', `${year} 年度尚未结账`, { agency, year });
}
