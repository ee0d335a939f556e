import type { LocalDate, Position } from '#kernel';
import { agencyTree, type AgencyState, type Edition } from '#agency';
import type { EventStore } from '#event-store';
import { merkleRootAt } from '#integrity';
import { cellKey, RULES_VERSION, type YearFigures } from '#statistics';
import type { CalendarsInForce } from '../calendars/calendars-in-force.js';
import type { AgencyDesk } from '../desk/agency-desk.js';
import { SOFTWARE_VERSION } from '../software-version.js';
import { digestOf } from './figures-of.js';
import { sha256OfJson } from './sha256-of-json.js';
import { storedTables } from './stored-tables.js';
import type { YearJudgement } from './year-rules.js';

/** What an edition is made from. */
export interface EditionContent {
  readonly agency: AgencyState;
  readonly edition: number;
  /** Day of publication. */
  readonly on: LocalDate;
  readonly figures: YearFigures;
  /** Position of the log that the figures include. */
  readonly position: Position;
  readonly judgement: YearJudgement;
}

/** Puts an edition together: figures, manifest, findings, digest. Publishes nothing. */
export class EditionMaker {
  constructor(
    private readonly agencies: AgencyDesk,
    private readonly calendars: CalendarsInForce,
    private readonly store: EventStore,
  ) {}

  async make({
    agency: state,
    edition,
    on,
    figures,
    position,
    judgement: { results },
  }: EditionContent): Promise<Edition> {
    const { agency, year, form, published } = figures;
    const tree = agencyTree((await this.agencies.all()).values(), year);
    return {
      agency,
      year,
      on,
      edition,
      position,
      form,
      scope: 'own',
      tables: storedTables(figures),
      sectionOne: published as Edition['sectionOne'],
      manifest: {
        form,
        ruleVersion: RULES_VERSION,
        calendarVersions: this.#calendarVersions(state, year),
        agencyTreeVersion: sha256OfJson(tree),
        softwareVersion: SOFTWARE_VERSION,
        logRoot: (await merkleRootAt(this.store, position)).root,
      },
      ruleFindings: results.flatMap(({ findings }) =>
        findings.map(({ rule, severity, message, cells }) => ({
          id: rule,
          severity,
          message,
          cells: cells.map(cellKey),
        })),
      ),
      waivers: results.filter(({ waived, status }) => waived && status === 'failed').map(({ rule }) => rule),
      digest: digestOf(figures),
      carriedForward: figures.table3.carriedOut?.at(-1) ?? 0,
    };
  }

  /** Deadlines of a year reach at most into the next one. */
  #calendarVersions({ jurisdiction }: AgencyState, year: number): string[] {
    const calendar = this.calendars.of(jurisdiction);
    return calendar
      .workingDaysBetween(`${year - 1}-12-31` as LocalDate, `${year + 1}-12-31` as LocalDate)
      .calendarVersions.slice();
  }
}
