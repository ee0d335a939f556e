import { NotFound, Refused, StoreCorrupt, type RecordedEvent } from '#kernel';
import { effectiveHistory, receiveApplication, type CaseEntry } from '#casework';
import { yearClosed, yearRestated, type Edition } from '#agency';
import type { EventStore } from '#event-store';
import { merkleRootsAt, type LogTree } from '#integrity';
import { countOf, digestText, placementsOf } from '#statistics';
import type { Office } from '../office.js';
import { assertScope, type Principal } from '../principal.js';
import { eventRegistry } from '../registry.js';
import { SOFTWARE_VERSION } from '../software-version.js';
import { agencyStream, booksStream, registerStream } from '../streams.js';
import { publishedFigures } from '../years/stored-tables.js';
import { calendarLine, calendarsAt, calendarStreams, versionsOf } from './calendar-evidence.js';
import { countingLine } from './counting-line.js';
import {
  EVIDENCE_FORMAT,
  sealedLines,
  statedRoot,
  type AssemblyOptions,
  type EvidenceBundle,
} from './evidence-bundle.js';
import { historyOf, streamAsOf, streamLine, type StreamAsOf } from './stream-evidence.js';

/** For whom, and of which edition, evidence of a year is made. */
export interface YearEvidenceOptions extends AssemblyOptions {
  readonly principal: Principal;
  /** Default: the edition that holds. */
  readonly edition?: number;
}

/**
 * The evidence of one published edition: the books with the closing event, the figures, every case that is in a cell of tables 3 and 4
 * with all its events as they were at the position of the edition, the registers behind table 2, the calendars of the manifest, all
 * proved against the root of the log. The same log and program give the same bytes, whatever was recorded since. Raises
 * `outside-scope`, `not-found` (agency, edition), `year-not-closed`, `StoreCorrupt` (also when the root in the manifest is not that
 * of the log).
 */
export async function assembleYearEvidence(
  office: Office,
  agency: string,
  year: number,
  { principal, edition: number, ...options }: YearEvidenceOptions,
): Promise<EvidenceBundle> {
  assertScope(principal, agency);
  await office.agencies.agencyOf(agency);
  const closing = await closingEvent(office.store, agency, year, number);
  const { position } = closing.edition;
  const [log, books] = await merkleRootsAt(office.store, [position, closing.event.position], options);
  const { logRoot } = closing.edition.manifest;
  if (logRoot !== undefined && logRoot !== log!.root) {
    throw new StoreCorrupt('日志与结账时不同：重算的日志根不是结账事件所载', {
      stream: closing.event.stream,
      position,
    });
  }
  const lines = linesOf(office, closing.edition, log!, books!);
  const fileName = `year-${agency}-${year}-${closing.edition.edition}.gongkai-evidence.jsonl`;
  return { fileName, lines: sealedLines(lines, options.signal) };
}

async function* linesOf(
  office: Office,
  edition: Edition,
  log: LogTree,
  books: LogTree,
): AsyncGenerator<object, void, undefined> {
  const { agency, year, manifest } = edition;
  const roots = { log: statedRoot(log), closing: statedRoot(books) };
  yield {
    format: EVIDENCE_FORMAT,
    kind: 'year',
    agency,
    year,
    edition: edition.edition,
    roots,
    software: SOFTWARE_VERSION,
  };
  yield countingLine();
  const calendars = await calendarsAt(office.calendars, log.position);
  const versions = versionsOf(calendars, manifest.calendarVersions);
  yield* versions.map(calendarLine);
  yield { figures: digestText(publishedFigures(edition)) };
  const ofBooks = await streamAsOf(office.store, books, booksStream(agency, year));
  if (ofBooks !== null) yield streamLine(ofBooks, 'closing');

  const around = new Set([
    agencyStream(agency),
    ...calendarStreams(office.calendars, versions, log.position),
    ...registerYears(log, agency, year).map((past) => registerStream(agency, past)),
  ]);
  const cases = await casesOf(office.store, agency, log);
  for (const { stream } of log.heads) {
    if (!around.has(stream) && !cases.has(stream)) continue;
    const found = await streamAsOf(office.store, log, stream);
    if (found !== null && (around.has(stream) || isInYear(found, edition))) yield streamLine(found, 'log');
  }
}

/** Years up to `year` of which the agency has a register. */
function registerYears({ heads }: LogTree, agency: string, year: number): readonly number[] {
  const register = registerStream(agency, year).slice(0, -String(year).length);
  const years = heads
    .filter(({ stream }) => stream.startsWith(register))
    .map(({ stream }) => stream.slice(register.length));
  return years
    .filter((text) => /^\d{4}$/.test(text))
    .map(Number)
    .filter((past) => past <= year);
}

/** Whether a case is in any cell of tables 3 and 4 of the year. */
function isInYear(ofCase: StreamAsOf, { year, form }: Edition): boolean {
  const count = countOf(effectiveHistory(historyOf(ofCase)) as readonly CaseEntry[]);
  return count !== null && placementsOf(count, year, form).length > 0;
}

interface Closing {
  readonly event: RecordedEvent;
  readonly edition: Edition;
}

/** The event that published an edition. */
async function closingEvent(
  store: EventStore,
  agency: string,
  year: number,
  number: number | undefined,
): Promise<Closing> {
  let last: Closing | undefined;
  for (let from = 0; ;) {
    const page = await store.read(booksStream(agency, year), { from });
    for (const event of page.filter(({ type }) => type === yearClosed.type || type === yearRestated.type)) {
      last = { event, edition: eventRegistry.upcast(event) as unknown as Edition };
      if (last.edition.edition === number) return last;
    }
    if (page.length === 0) break;
    from += page.length;
  }
  if (last === undefined) throw new Refused('year-not-closed', `${year} 年度尚未结账，无可取证`, { agency, year });
  if (number === undefined) return last;
  throw new NotFound('版次', `${year} 年度第 ${number} 版`);
}

const SCAN = 5_000;

/** The streams of the agency's cases that the tree knows. */
async function casesOf(store: EventStore, agency: string, { position }: LogTree): Promise<ReadonlySet<string>> {
  const streams = new Set<string>();
  const filter = { types: [receiveApplication.event.type] };
  for (let after = ''; ;) {
    const page = await store.readAll({ after, max: SCAN, filter });
    for (const event of page.events) {
      if (event.position <= position && event.metadata.agency === agency) streams.add(event.stream);
    }
    if (page.atEnd || page.next >= position) return streams;
    after = page.next;
  }
}
