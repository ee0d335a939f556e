import type { EventStore } from '#event-store';
import type { ProjectionRunner } from '#projections';
import { CalendarImpacts } from './calendars/calendar-impact.js';
import type { CalendarsInForce } from './calendars/calendars-in-force.js';
import { DueReader } from './calendars/due-reader.js';
import { OpenCases } from './calendars/open-cases.js';
import { AgencyDesk } from './desk/agency-desk.js';
import { BooksDesk } from './desk/books-desk.js';
import { CalendarDesk } from './desk/calendar-desk.js';
import { CaseDesk } from './desk/case-desk.js';
import { CaseNumbers } from './desk/case-numbers.js';
import { NarrativeDesk } from './desk/narrative-desk.js';
import { RegisterDesk } from './desk/register-desk.js';
import { StreamDesk } from './desk/stream-desk.js';
import { CaseReader } from './reading/case-reader.js';
import { ReplayReader } from './reading/replay-reader.js';
import { WorklistReader } from './reading/worklist-reader.js';
import { YearQueries } from './reading/year-queries.js';
import { eventRegistry } from './registry.js';
import { ReportContents } from './reports/report-contents.js';
import { ReportDesk } from './reports/report-desk.js';
import { ReportWordsReader } from './reports/report-words.js';
import { ScopeContents } from './reports/scope-contents.js';
import { Scopes } from './scopes/scopes.js';
import type { OfficeViews } from './views/office-views.js';
import { ImportedYears } from './year-end/imported-years.js';
import { ReportingAgencies } from './year-end/reporting-agencies.js';
import { YearEndScopes } from './year-end/scope-status.js';
import { YearEndRunner } from './year-end/year-end-run.js';
import { YearEndStatusReader } from './year-end/year-end-status.js';
import { DriftAccepter } from './years/accept-drift.js';
import { YearAuditor } from './years/audit-year.js';
import { CarryForwards } from './years/carry-forwards.js';
import { CaseCellsReader } from './years/case-cells.js';
import { YearCloser } from './years/close-year.js';
import { DriftReader } from './years/drift.js';
import { DriftOverviewReader } from './years/drift-overview.js';
import { EditionReader } from './years/edition-reader.js';
import { KnownAtReader } from './years/known-at.js';
import { KnownYearReader } from './years/known-year.js';
import { EditionMaker } from './years/make-edition.js';
import { RegisterLineage } from './years/register-lineage.js';
import { YearRestater } from './years/restate-year.js';
import { YearReader } from './years/year-reader.js';
import { YearRules } from './years/year-rules.js';
import { YearVerifier } from './years/verify-year.js';

/** The application layer over one log: desks that record, readers that answer, and the views between them. */
export class Office {
  readonly desk: StreamDesk;
  readonly agencies: AgencyDesk;
  readonly caseNumbers: CaseNumbers;
  readonly cases: CaseDesk;
  readonly register: RegisterDesk;
  readonly books: BooksDesk;
  readonly calendarDesk: CalendarDesk;
  readonly impacts: CalendarImpacts;
  readonly dueReader: DueReader;
  readonly caseReader: CaseReader;
  readonly worklist: WorklistReader;
  readonly years: YearQueries;
  readonly closer: YearCloser;
  readonly verifier: YearVerifier;
  readonly drift: DriftReader;
  readonly restater: YearRestater;
  readonly driftAccepter: DriftAccepter;
  readonly editions: EditionReader;
  readonly knownYears: KnownYearReader;
  readonly auditor: YearAuditor;
  readonly caseCells: CaseCellsReader;
  readonly replays: ReplayReader;
  readonly driftOverview: DriftOverviewReader;
  readonly narratives: NarrativeDesk;
  readonly reportContents: ReportContents;
  readonly reports: ReportDesk;
  readonly yearEnd: YearEndRunner;
  readonly yearEndStatus: YearEndStatusReader;
  readonly scopes: Scopes;

  constructor(
    readonly store: EventStore,
    readonly views: OfficeViews,
    /** Runs the views; `null` for an office that only looks on. */
    readonly projections: ProjectionRunner | null,
    readonly calendars: CalendarsInForce,
    private readonly release: () => Promise<void>,
  ) {
    this.desk = new StreamDesk(store, eventRegistry);
    this.agencies = new AgencyDesk(this.desk, store);
    this.caseNumbers = new CaseNumbers(this.desk, store, views);
    this.cases = new CaseDesk(this.desk, this.agencies, calendars, this.caseNumbers);
    this.register = new RegisterDesk(this.desk, this.agencies);
    this.books = new BooksDesk(this.desk, this.agencies);
    this.calendarDesk = new CalendarDesk(this.desk, this.agencies, calendars);
    this.impacts = new CalendarImpacts(store, views, calendars, new OpenCases(views, this.desk));
    this.dueReader = new DueReader(store, views, calendars, this.agencies, this.cases);
    this.caseReader = new CaseReader(store, this.agencies, this.cases, calendars);
    this.worklist = new WorklistReader(views, calendars);
    const reader = new YearReader(views);
    this.narratives = new NarrativeDesk(this.desk);
    const rules = new YearRules(reader, this.books, new ReportWordsReader(this.narratives, this.agencies));
    const lineage = new RegisterLineage(store, views);
    this.years = new YearQueries(store, views, this.desk, this.agencies, this.books, reader, rules, lineage);
    const carryForwards = new CarryForwards(this.cases, views);
    const editions = new EditionMaker(this.agencies, calendars, store);
    const { desk, agencies, books } = this;
    this.drift = new DriftReader({ store, views, desk, agencies, books, reader });
    const { drift } = this;
    const { caseNumbers } = this;
    const parts = {
      store,
      views,
      desk,
      agencies,
      books,
      reader,
      rules,
      carryForwards,
      editions,
      drift,
      lineage,
      caseNumbers,
    };
    this.closer = new YearCloser(parts);
    this.restater = new YearRestater(parts);
    this.driftAccepter = new DriftAccepter(desk, agencies, books, this.drift);
    this.verifier = new YearVerifier(store, agencies, books);
    this.editions = new EditionReader(agencies, books);
    const knownAt = new KnownAtReader(store, views);
    this.knownYears = new KnownYearReader(store, views, agencies, books, knownAt);
    const { narratives } = this;
    const scopeContents = new ScopeContents({ ...parts, narratives, knownAt });
    this.reportContents = new ReportContents({ ...parts, narratives, knownAt, scopes: scopeContents });
    this.auditor = new YearAuditor(parts);
    this.caseCells = new CaseCellsReader(desk, agencies, books);
    this.replays = new ReplayReader(agencies, this.cases, calendars);
    this.scopes = new Scopes({ ...parts, narratives, years: this.years, auditor: this.auditor }, scopeContents);
    this.reports = new ReportDesk(desk, this.reportContents, scopeContents, this.scopes.rules);
    this.driftOverview = new DriftOverviewReader(store, views, books, drift);
    const reporting = new ReportingAgencies(parts);
    const imports = new ImportedYears(parts);
    this.yearEnd = new YearEndRunner(reporting, imports, this.closer, this.books);
    const yearEndScopes = new YearEndScopes(parts, this.scopes.drifts);
    const { driftOverview, closer } = this;
    this.yearEndStatus = new YearEndStatusReader({
      ...parts,
      reporting,
      imports,
      yearEndScopes,
      driftOverview,
      closer,
    });
  }

  /** Ends the views, waits for what was accepted to be durable, lets go of the files. */
  close(): Promise<void> {
    return this.release();
  }
}
