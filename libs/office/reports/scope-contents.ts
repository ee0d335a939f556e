import type { LocalDate } from '#kernel';
import { generatedSentences, type ReportContent } from '#annual-report';
import { policyOn, wordsOfScope, type AgencyYear, type TableScope } from '#agency';
import type { FeeFigures } from '#statistics';
import type { NarrativeDesk } from '../desk/narrative-desk.js';
import { reportGaps } from '../scopes/report-gaps.js';
import type { MemberFigures } from '../scopes/read-members.js';
import { scopeFigures } from '../scopes/scope-figures.js';
import { presentOf, type PresentParts } from '../scopes/scope-parts.js';
import { readScope, type ScopeReading } from '../scopes/scope-reader.js';
import type { KnownAtReader } from '../years/known-at.js';

/** What the reader of the reports of scopes reads from. */
export interface ScopeContentsParts extends PresentParts {
  readonly narratives: NarrativeDesk;
  readonly knownAt: KnownAtReader;
}

/** A report of a scope, and the sum that its figures are. */
export interface ScopeContent {
  readonly content: ReportContent;
  readonly reading: ScopeReading;
}

/** Puts together what the report of a level or region is made from: the sum of the members, and the words of the agency itself. */
export class ScopeContents {
  constructor(private readonly parts: ScopeContentsParts) {}

  /** The working draft. Raises what {@link readScope} raises. */
  async of({ agency, year }: AgencyYear, scope: TableScope): Promise<ScopeContent> {
    const { views, store } = this.parts;
    await views.waitFor(await store.head(), { timeoutMs: 10_000 });
    const reading = await readScope(presentOf(this.parts), { agency, year, scope, form: null });
    return { content: await this.contentOf(reading), reading };
  }

  /** The working draft that has these tables. */
  async contentOf(reading: ScopeReading): Promise<ReportContent> {
    const { agency, agencyName, year, scope } = reading;
    const { agencies, narratives } = this.parts;
    const figures = scopeFigures(reading);
    const fees = this.#fees(reading);
    const gaps = reportGaps(reading);
    const { narrative } = await narratives.narrativeOf({ agency, year });
    return {
      agencyName,
      scope,
      figures,
      fees,
      narrative: wordsOfScope(narrative, scope, generatedSentences(figures, fees)),
      lastYear: await narratives.lastYearOf({ agency, year }),
      edition: null,
      feeDecimals: policyOn(await agencies.agencyOf(agency), `${year}-12-31` as LocalDate).feeDecimals,
      ...(gaps !== null && { gaps }),
    };
  }

  /** The fees of all members together, each as its figures are; `null` where one keeps its cases elsewhere. */
  #fees({ members, year }: ScopeReading): FeeFigures | null {
    const fees = members.map((member) => this.#feesOf(member, year));
    return fees.reduce<FeeFigures | null>((sum, one) => (sum === null || one === null ? null : added(sum, one)), {
      notices: 0,
      noticedFen: 0,
      paidFen: 0,
      lapsed: 0,
    });
  }

  #feesOf({ agency, basis, edition }: MemberFigures, year: number): FeeFigures | null {
    if (basis === 'current') return this.parts.reader.fees({ agency, year });
    if (edition === null) return null;
    return this.parts.knownAt.fees({ agency, year }, { position: edition.position });
  }
}

function added(a: FeeFigures, b: FeeFigures): FeeFigures {
  return {
    notices: a.notices + b.notices,
    noticedFen: a.noticedFen + b.noticedFen,
    paidFen: a.paidFen + b.paidFen,
    lapsed: a.lapsed + b.lapsed,
  };
}
