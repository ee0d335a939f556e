import { NotFound, StoreCorrupt, type Position } from '#kernel';
import { explainClockInChinese, readHistory, type RawEntry } from '#casework';
import { foldAgency } from '#agency';
import { merkleRootAt, type LogTree } from '#integrity';
import type { Office } from '../office.js';
import { assertCaseInScope, type Principal } from '../principal.js';
import { SOFTWARE_VERSION } from '../software-version.js';
import { agencyStream, caseStream } from '../streams.js';
import { assertKnowable } from '../years/known-at.js';
import { calendarLine, calendarsAt, calendarStreams, versionsOf } from './calendar-evidence.js';
import {
  EVIDENCE_FORMAT,
  sealedLines,
  statedRoot,
  type AssemblyOptions,
  type EvidenceBundle,
} from './evidence-bundle.js';
import { historyOf, streamAsOf, streamLine, type StreamAsOf } from './stream-evidence.js';

/** For whom, and of which state of the log, evidence of a case is made. */
export interface CaseEvidenceOptions extends AssemblyOptions {
  readonly principal: Principal;
  /** Default: the end of the log. */
  readonly position?: Position;
}

/**
 * The evidence of one case: its events and those of its agency, their proof against the root of the log, the calendars behind its due
 * date, and a reading for people. The same log, position and program give the same bytes. Raises `not-found` (also for a case
 * registered later, or out of scope), `position-malformed`, `position-unknown`, `StoreCorrupt`.
 */
export async function assembleCaseEvidence(
  office: Office,
  caseId: string,
  { principal, position, ...options }: CaseEvidenceOptions,
): Promise<EvidenceBundle> {
  const { state } = await office.cases.caseOf(caseId);
  assertCaseInScope(principal, caseId, state.agency);
  const head = await office.store.head();
  if (position !== undefined) assertKnowable({ position }, head, 'Z');
  const tree = await merkleRootAt(office.store, position ?? head, options);
  const ofCase = await streamAsOf(office.store, tree, caseStream(caseId));
  if (ofCase === null) throw new NotFound('案件', caseId);
  const ofAgency = await streamAsOf(office.store, tree, agencyStream(state.agency));
  if (ofAgency === null) throw new NotFound('机关', state.agency);
  const lines = linesOf(office, tree, { caseId, agency: state.agency, ofCase, ofAgency });
  return { fileName: `case-${caseId}.gongkai-evidence.jsonl`, lines: sealedLines(lines, options.signal) };
}

interface CaseStreams {
  readonly caseId: string;
  readonly agency: string;
  readonly ofCase: StreamAsOf;
  readonly ofAgency: StreamAsOf;
}

async function* linesOf(
  office: Office,
  tree: LogTree,
  { caseId, agency, ofCase, ofAgency }: CaseStreams,
): AsyncGenerator<object, void, undefined> {
  const { position } = tree;
  const calendars = await calendarsAt(office.calendars, position);
  const reading = readingOf(historyOf(ofCase), historyOf(ofAgency), calendars);
  const versions = versionsOf(calendars, reading.clock.calendarVersions);
  yield {
    format: EVIDENCE_FORMAT,
    kind: 'case',
    agency,
    caseId,
    roots: { log: statedRoot(tree) },
    software: SOFTWARE_VERSION,
  };
  yield* versions.map(calendarLine);
  yield streamLine(ofAgency, 'log');
  for (const name of calendarStreams(office.calendars, versions, position)) {
    const ofCalendar = await streamAsOf(office.store, tree, name);
    if (ofCalendar !== null) yield streamLine(ofCalendar, 'log');
  }
  yield streamLine(ofCase, 'log');
  yield { reading };
}

/** What the case looked like to its readers: history, status, due date and its parts. Proves nothing; follows from the events. */
function readingOf(
  history: readonly RawEntry[],
  agencyHistory: readonly RawEntry[],
  calendars: Awaited<ReturnType<typeof calendarsAt>>,
) {
  const agency = foldAgency(agencyHistory);
  const reading = agency && readHistory(history, {}, calendars.of(agency.jurisdiction));
  if (!reading) throw new StoreCorrupt('案件或机关的事件流不完整');
  const { statusLabel, entries, documents, clock } = reading;
  const { start, parts, due, provisional, calendarVersions, stoppedOn, late } = clock;
  return {
    statusLabel,
    entries,
    documents,
    clock: { start, parts, due, provisional, calendarVersions, stoppedOn, late },
    explanation: explainClockInChinese(clock),
  };
}
