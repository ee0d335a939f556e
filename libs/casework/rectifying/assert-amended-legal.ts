import { GongkaiError, validateAmended } from '#kernel';
import type { Case, Recording } from '../case.js';
import { evolve, type CaseEntry } from '../history.js';
import { assertLegal, notInFuture } from '../legality.js';
import type { DecideContext, RawEntry } from '../step.js';
import { labelOfEvent } from '../telling/facts-of-entry.js';
import { caseEvents } from '../steps.js';
import { blaming } from './blaming.js';
import { effectiveEntries, ENTRY_RECTIFIED } from './effective-history.js';
import { settledEntries } from './settled-history.js';
import { assertOneAtATime } from './one-at-a-time.js';
import { assertRectifiable, assertWellAimed } from './rectifiable.js';
import { targetsOf } from './rectifying-action.js';
import type { RectificationData } from './rectify-entry.js';

const schemas = new Map(caseEvents.map(({ type, schema }) => [type, schema]));

/**
 * Judges a history whose last entry is a rectification (domain.md): what it corrects in a payload passes the schema of the event
 * (`invalid-input`, naming the fields), a corrected rectification obeys the rules of one, no entry has a second rectification
 * now, and the amended history is legal from beginning to end, every entry by the calendars known when it was recorded or by
 * those now known (ADR 17). What a later entry is refused for comes out with its own code and with the `revision` of that entry.
 */
export function assertAmendedLegal(history: readonly RawEntry[], context: Calendars): void {
  const read = new Map(settledEntries(history.slice(0, -1)).map(({ entry }) => [placeOf(entry), entry.data]));
  const assertPayload = (entry: RawEntry, path: string) => {
    const schema = schemas.get(entry.type);
    if (schema !== undefined) validateAmended(schema, entry.data, read.get(placeOf(entry)), path);
  };
  const inspect = (corrected: RawEntry) => {
    assertPayload(corrected, 'body.action.fields');
    if (corrected.type === ENTRY_RECTIFIED) assertRectification(corrected as Corrected, history);
  };
  const entries = effectiveEntries(history, ENTRY_RECTIFIED, inspect);
  assertOneAtATime(history.slice(0, -1), history);
  const rest = entries.filter(({ type }) => type !== ENTRY_RECTIFIED) as CaseEntry[];
  rest.reduce<Case | null>((state, entry) => {
    if (entry.by.inserted) assertPayload(entry, 'body.action.steps');
    blaming(whereOf(entry), () => assertLegalThenOrNow(state, entry, context));
    return evolve(state, entry);
  }, null);
}

type Calendars = Pick<DecideContext, 'calendar' | 'calendarKnownAt'>;

/**
 * What was lawful by the calendars known when it was recorded does not become unlawful by a later notice; what a later notice makes
 * lawful is so, whatever was known. What neither allows is refused for the reason that the present calendars give.
 */
function assertLegalThenOrNow(state: Case | null, entry: CaseEntry, { calendar, calendarKnownAt }: Calendars): void {
  const then = calendarKnownAt?.(entry.by.recordedAt);
  if (then === undefined) return assertLegal(state, entry, { calendar });
  try {
    assertLegal(state, entry, { calendar: then });
  } catch (error) {
    if (!(error instanceof GongkaiError)) throw error;
    assertLegal(state, entry, { calendar });
  }
}

type Corrected = { readonly data: RectificationData; readonly by: Recording };

/** Names an entry of an effective history. */
function placeOf({ by: { revision, inserted = 0 } }: RawEntry): string {
  return `${revision}/${inserted}`;
}

/** What could not be said at once may not be said by correcting a rectification either. */
function assertRectification({ data, by }: Corrected, history: readonly RawEntry[]): void {
  blaming(whereOf({ type: ENTRY_RECTIFIED, by }), () => {
    notInFuture(data.on, by.amendedAt ?? by.recordedAt);
    assertWellAimed(data, by);
    const targets = new Set(targetsOf(data));
    for (const entry of history) if (targets.has(entry.by.revision)) assertRectifiable(entry, data.action);
  });
}

function whereOf({ type, by: { revision, inserted } }: Pick<RawEntry, 'type' | 'by'>) {
  const which = inserted ? `第 ${revision} 条更正所补记的步骤` : `第 ${revision} 条记录`;
  return {
    path: 'body.action',
    message: `更正后，${which}（${labelOfEvent(type)}）不再合法`,
    facts: { revision, type },
  };
}
