import type { WorkingDayCalendar } from '#calendar';
import { STATUS_LABELS } from '../case.js';
import { foldCase, type CaseEntry } from '../history.js';
import { readClock } from '../legal-clock.js';
import { offeredSteps } from '../lifecycle.js';
import { ENTRY_RECTIFIED, type SettledEntry } from '../rectifying/settled-history.js';
import type { RawEntry } from '../step.js';
import { caseSteps, type StepName } from '../steps.js';
import type { CaseReading, EntryReading } from './case-reading.js';
import { documentsOf } from './documents.js';
import { factsOfEntry, labelOfEvent } from '../telling/facts-of-entry.js';
import { dateOf, historyAt } from './history-at.js';
import type { ReadingPoint } from './reading-point.js';

/**
 * A case as it reads from a point (see {@link historyAt} for what that means); `null` before the case. Never raises for a
 * history that the log accepted. As `recorded`, later entries stand as written although some were judged by a history already
 * rectified: such a reading shows what was on paper, which need not ever have been a legal case.
 * The clock is read by the calendar given, also for a point in the past.
 */
export function readHistory(
  raw: readonly RawEntry[],
  at: ReadingPoint,
  calendar: WorkingDayCalendar,
): CaseReading | null {
  const settled = historyAt(raw, at);
  const standing = settled.filter(({ voidedBy }) => voidedBy.length === 0).map(({ entry }) => entry);
  const state = foldCase(standing.filter(({ type }) => type !== ENTRY_RECTIFIED) as CaseEntry[]);
  if (state === null) return null;
  return {
    point: { ...at, as: at.as ?? 'corrected' },
    status: state.status,
    statusLabel: STATUS_LABELS[state.status],
    state,
    allowedSteps: offeredSteps(state).map(stepReading),
    entries: settled.map((one) => entryReading(one, raw)),
    documents: documentsOf(standing),
    clock: readClock(state, calendar),
  };
}

function stepReading(step: StepName): CaseReading['allowedSteps'][number] {
  const { label, article } = caseSteps.find(({ name }) => name === step)!;
  return { step, label, article };
}

function entryReading({ entry, amendedBy, voidedBy }: SettledEntry, raw: readonly RawEntry[]): EntryReading {
  const { revision, recordedAt, actor, inserted } = entry.by;
  return {
    revision,
    supplied: inserted ?? null,
    type: entry.type,
    label: labelOfEvent(entry.type),
    on: dateOf(entry),
    recordedAt,
    actor,
    amendedBy,
    voidedBy,
    facts: factsOfEntry(entry, raw),
  };
}
