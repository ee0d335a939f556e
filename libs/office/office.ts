import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { GongkaiError } from '#kernel';
import { SHIPPED_CALENDARS, type Calendars } from '#calendar';
import { MemoryEventStore, openSqliteEventStore, type EventStore } from '#event-store';
import { ProjectionRunner, type Warn } from '#projections';
import { CalendarImpacts } from './calendars/calendar-impact.js';
import { CalendarsInForce } from './calendars/calendars-in-force.js';
import { DueReader } from './calendars/due-reader.js';
import { OpenCases } from './calendars/open-cases.js';
import { AgencyDesk } from './desk/agency-desk.js';
import { BooksDesk } from './desk/books-desk.js';
import { CalendarDesk } from './desk/calendar-desk.js';
import { CaseDesk } from './desk/case-desk.js';
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
import { caseloadProjection } from './views/caseload.js';
import { KeptViews } from './views/kept-views.js';
import type { OfficeViews } from './views/office-views.js';
import { statisticsProjection } from './views/statistics.js';
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

/** How to open an office. */
export interface OfficeOptions {
  /** Directory of the log (`log.db`) and the views; made if missing. `null`: everything in memory, gone with the process. */
  readonly dataDir: string | null;
  /** `writer`: the one process that records. `reader`: looks on, also while a writer is at work; recording is refused. */
  readonly mode?: 'writer' | 'reader';
  /** The calendars to start from, other than those shipped. Recorded ones come on top. */
  readonly calendars?: Calendars;
  /** Where warnings of projections go. */
  readonly warn?: Warn;
}

/** The application layer over one log: desks that record, readers that answer, and the views between them. */
export class Office {
  readonly desk: StreamDesk;
  readonly agencies: AgencyDesk;
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
    this.cases = new CaseDesk(this.desk, this.agencies, calendars);
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
    const parts = { store, views, desk, agencies, books, reader, rules, carryForwards, editions, drift, lineage };
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
    this.driftOverview = new DriftOverviewReader(store, views, books, reader);
    const reporting = new ReportingAgencies(parts);
    const imports = new ImportedYears(parts);
    this.yearEnd = new YearEndRunner(reporting, imports, this.closer);
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

/**
 * Opens an office. A writer starts its views and does not wait for them to catch up.
 * Raises what the store and the views raise: `store-locked`, `views-in-use`, `store-read-only`, `StoreCorrupt`, …
 */
export async function openOffice(options: OfficeOptions): Promise<Office> {
  const shipped = options.calendars ?? SHIPPED_CALENDARS;
  if (options.mode === 'reader' && options.dataDir !== null) return openReader(options.dataDir, shipped);
  if (options.dataDir !== null) mkdirSync(options.dataDir, { recursive: true, mode: 0o700 });
  const store =
    options.dataDir === null
      ? new MemoryEventStore()
      : await openSqliteEventStore({ file: logFile(options.dataDir), mode: 'writer' });
  const projections = new ProjectionRunner({
    store,
    registry: eventRegistry,
    projections: [statisticsProjection, caseloadProjection(shipped)],
    ...(options.dataDir !== null && { directory: viewsDirectory(options.dataDir) }),
    ...(options.warn !== undefined && { warn: options.warn }),
  });
  let calendars: CalendarsInForce;
  try {
    calendars = await CalendarsInForce.open(store, shipped);
    await projections.start();
  } catch (error) {
    await store.close();
    throw error;
  }
  const views: OfficeViews = {
    get statistics() {
      return projections.view('statistics');
    },
    get caseload() {
      return projections.view('caseload');
    },
    waitFor: (position, wait) => projections.waitFor(position, wait),
    status: () => projections.status(),
  };
  return new Office(store, views, projections, calendars, async () => {
    await projections.stop();
    await store.close();
  });
}

/** Opens the log to look at: reads as of now, refuses to record. The views are those that the writer keeps. */
async function openReader(dataDir: string, shipped: Calendars): Promise<Office> {
  const store = await openSqliteEventStore({ file: logFile(dataDir), mode: 'reader' });
  try {
    const calendars = await CalendarsInForce.open(store, shipped);
    const views = new KeptViews(viewsDirectory(dataDir), store, calendars);
    return new Office(store, views, null, calendars, async () => {
      views.close();
      await store.close();
    });
  } catch (error) {
    await store.close();
    throw error;
  }
}

/** Why somebody who wants to look cannot be the writer: another process is, or nothing may be written here. */
const NOT_THE_WRITER: readonly string[] = ['store-locked', 'views-in-use', 'store-read-only'];

/**
 * Opens an office to ask it questions. A reader does where the views include the whole log; otherwise this process brings them up
 * to date as the writer or, while another process is the writer, waits a while for that one. Makes nothing where there is no log.
 * Raises `store-missing` and what else {@link openOffice} raises, other than for the lock.
 */
export async function openOfficeToLook(options: Omit<OfficeOptions, 'mode'>): Promise<Office> {
  const reader = await openOffice({ ...options, mode: 'reader' });
  if ((await reader.views.status()).every(({ behind }) => !behind)) return reader;
  const office = (await writerIfFree(options)) ?? reader;
  if (office !== reader) await reader.close();
  // Of a view that does not come up the question that needs it tells why; others can be answered.
  await Promise.allSettled([office.views.waitFor(await office.store.head())]);
  return office;
}

async function writerIfFree(options: Omit<OfficeOptions, 'mode'>): Promise<Office | null> {
  try {
    return await openOffice({ ...options, mode: 'writer' });
  } catch (error) {
    if (error instanceof GongkaiError && NOT_THE_WRITER.includes(error.code)) return null;
    throw error;
  }
}

function logFile(dataDir: string): string {
  return join(dataDir, 'log.db');
}

function viewsDirectory(dataDir: string): string {
  return join(dataDir, 'views');
}
