import { validate, type Json } from '#kernel';
import {
  assertDecidable,
  decideRestatement,
  foldBooks,
  noDrift,
  recordedCauses,
  restateYear,
  type AgencyState,
  type Books,
  type Edition,
  type RestatementReason,
  type RestateYearBody,
} from '#agency';
import type { YearRestated } from '../commands.js';
import type { DeskCommand, StreamDesk } from '../desk/stream-desk.js';
import type { AgencyDesk } from '../desk/agency-desk.js';
import type { BooksDesk } from '../desk/books-desk.js';
import { assertRole, assertScope } from '../principal.js';
import type { RequestContext } from '../request.js';
import { booksStream } from '../streams.js';
import type { CarryForwards, Striking } from './carry-forwards.js';
import { answerOf } from './close-year.js';
import type { Comparison, DriftReader } from './drift.js';
import { withoutMoves, type Cause } from './drift-causes.js';
import type { EditionMaker } from './make-edition.js';
import type { YearReader } from './year-reader.js';
import type { YearRules } from './year-rules.js';

/** What the restatement of a year works with. */
export interface YearRestaterParts {
  readonly desk: StreamDesk;
  readonly agencies: AgencyDesk;
  readonly books: BooksDesk;
  readonly reader: YearReader;
  readonly rules: YearRules;
  readonly drift: DriftReader;
  readonly carryForwards: CarryForwards;
  readonly editions: EditionMaker;
}

/** Why statements about cases are struck, by the reason of the restatement. */
const STRIKING: Readonly<Record<RestatementReason, Striking['reason']>> = {
  'data-entry-error': 'typing-error',
  'late-fact': 'new-evidence',
  'remedy-outcome': 'ordered-from-above',
  other: 'new-evidence',
};

/**
 * Publishes a further edition of a closed year whose figures, or the cases behind them, moved; the earlier ones stay. Later
 * years may be closed already: they then show drift of their own. Safe to run again after a kill in the middle, as closing is.
 */
export class YearRestater {
  constructor(private readonly parts: YearRestaterParts) {}

  /**
   * Raises `role-not-allowed`, `outside-scope`, `not-found`, `invalid-input`, what `assertDecidable` raises, `no-drift`,
   * `rules-failed`: nothing was written. `edition-outdated` when another restatement was quicker; `cases-changed`, `carried-not-open`: run it again.
   */
  async restate(agency: string, year: number, body: unknown, request: RequestContext): Promise<YearRestated> {
    assertRole(request.principal, restateYear.roles);
    assertScope(request.principal, agency);
    const input = validate(restateYear.body, body);
    const state = await this.parts.agencies.agencyOf(agency);
    const command = {
      name: restateYear.name,
      stream: booksStream(agency, year),
      body: body as Json,
      request,
      commutes: restateYear.commutes,
    };
    const first = await this.parts.desk.repeated(command);
    if (first !== null) return this.#answer(command.stream, first.revision, true);

    const { books } = await this.parts.books.booksOf(agency, year);
    assertDecidable(books, input, this.#by(request));
    await this.#judged(books, (await this.#moved(books)).comparison);
    await this.#settleCarryForwards(books, input, request);
    const edition = await this.#edition(state, books, input);
    const { revision, repeated } = await this.parts.desk.record(this.#publication(command, edition));
    return this.#answer(command.stream, revision, repeated);
  }

  /** Figures, or cases behind figures that stayed: a swap changes what is carried forward. The statements show none of it once settled. */
  async #moved(books: Books): Promise<{ readonly comparison: Comparison; readonly causes: readonly Cause[] }> {
    const comparison = await this.parts.drift.compare(books);
    const causes = await this.parts.drift.moves(comparison);
    const { digest, published } = comparison;
    if (digest === published.digest && causes.length === 0) throw noDrift(published);
    return { comparison, causes };
  }

  #judged({ waivers }: Books, { figures }: Comparison) {
    return this.parts.rules.assertPassed(figures, figures, waivers);
  }

  /** The statements become those of the new 结转下年度: missing ones are made, those that no longer hold are struck. */
  async #settleCarryForwards({ agency, year }: Books, input: RestateYearBody, asked: RequestContext): Promise<void> {
    const { expectedRevision: _ofTheBooks, ...request } = asked;
    const open = this.parts.reader.openAtEndOf(agency, year);
    const isOpen = new Set(open);
    const notOpen = this.parts.carryForwards.statedFor(agency, year).filter((caseId) => !isOpen.has(caseId));
    await this.parts.carryForwards.complete(open, year, request);
    const { on, approvedBy } = input;
    await this.parts.carryForwards.strike(notOpen, year, { on, approvedBy, reason: STRIKING[input.reason] }, request);
  }

  /** Computed at one position of the log, behind the statements. */
  async #edition(agency: AgencyState, books: Books, { on, ...why }: RestateYearBody): Promise<Edition> {
    const { comparison, causes } = await this.#moved(books);
    const { published, figures, position, differences } = comparison;
    const judgement = await this.#judged(books, comparison);
    const { agency: agencyId, year } = books;
    await this.parts.carryForwards.assertExact(this.parts.reader.openAtEndOf(agencyId, year), agencyId, year);
    const edition = await this.parts.editions.make({
      agency,
      edition: published.edition + 1,
      on,
      figures,
      position,
      judgement,
    });
    return {
      ...edition,
      restatement: {
        ...why,
        restatedEdition: published.edition,
        restatedDigest: published.digest,
        differences: [...differences],
        causes: recordedCauses(causes.map(withoutMoves)),
        causesInAll: causes.length,
      },
    };
  }

  #publication(command: Omit<DeskCommand, 'decide'>, edition: Edition): DeskCommand {
    const { agency, year, restatement } = edition;
    return {
      ...command,
      decide: (history) => {
        if (restatement === undefined) throw new TypeError('an edition without a restatement restates nothing');
        const books = foldBooks({ agency, year }, history);
        const { type, data } = decideRestatement(books, { ...edition, restatement }, this.#by(command.request));
        return { type, data, agency, on: data.on };
      },
    };
  }

  #by({ principal, now }: RequestContext) {
    return { actor: principal.staffId, role: principal.role, now };
  }

  async #answer(stream: string, revision: number, repeated: boolean): Promise<YearRestated> {
    const edition = (await this.parts.desk.history(stream))[revision]?.data as Edition;
    return { ...answerOf(edition, repeated), differences: edition.restatement?.differences ?? [] };
  }
}
