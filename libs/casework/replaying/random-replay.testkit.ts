import * as fc from 'fast-check';
import { APPLICANT_KINDS } from '../applicant-kinds.js';
import { addDays, GongkaiError, type Instant, type LocalDate } from '#kernel';
import { caseAfter, received } from '../testkit/case-specification.js';
import { anyBody, anyStep, diceOf, pick, turns, type Turn } from '../testkit/random-commands.js';
import { NOTHING, send, type Situation } from '../testkit/situation.js';
import { SOURCE } from '../testkit/source.js';
import type { RawEntry } from '../step.js';
import { READING_KINDS, type ReadingPoint } from './reading-point.js';

const earlierCase = caseAfter(received('2024-10-01', { caseId: 'case-0' }));

/** What a random life of a case leaves in the log: many rectifications; instants of recording that never run backwards. */
export const histories: fc.Arbitrary<readonly RawEntry[]> = turns.map(play).filter((history) => history.length > 0);

/** A random history with random points inside it. */
export const historiesWithPoints = histories.chain((history) =>
  fc.record({ history: fc.constant(history), a: pointIn(history), b: pointIn(history) }),
);

/** A point inside a history: between any two entries, instants or days of it. */
export function pointIn(history: readonly RawEntry[]): fc.Arbitrary<ReadingPoint> {
  const instants = history.map(({ by }) => by.recordedAt);
  const days = history.map(({ data }) => (data as { on: LocalDate }).on);
  return fc.record(
    {
      revision: fc.nat(history.length - 1),
      knownAt: fc
        .tuple(fc.constantFrom(...instants), fc.integer({ min: -1, max: 1 }))
        .map(([at, ms]) => shifted(at, ms)),
      on: fc.tuple(fc.constantFrom(...days), fc.integer({ min: -2, max: 40 })).map(([day, by]) => addDays(day, by)),
      as: fc.constantFrom(...READING_KINDS),
    },
    { requiredKeys: [] },
  );
}

function shifted(instant: Instant, milliseconds: number): Instant {
  return new Date(Date.parse(instant) + milliseconds).toISOString() as Instant;
}

function play(played: readonly Turn[]): readonly RawEntry[] {
  let situation = NOTHING;
  let on: LocalDate = '2024-11-20';
  let now: Instant = `${on}T00:00:00.000Z`;
  for (const turn of played) {
    on = addDays(on, turn.gap);
    const dice = diceOf(turn.seed);
    const next: Instant = `${addDays(on, dice(30))}T0${dice(10)}:00:00.000Z`;
    now = next > now ? next : now;
    situation = take(situation, dice, on, now);
  }
  return situation.history;
}

function take(situation: Situation, dice: ReturnType<typeof diceOf>, on: LocalDate, now: Instant): Situation {
  const { state } = situation;
  const step = state !== null && dice(2) === 0 ? 'rectify-entry' : anyStep(state, dice);
  const policy = {
    reviewRequired: dice(2) === 0,
    internetReceipt: pick(dice, ['confirmation', 'submission'] as const),
  };
  const actor = pick(dice, ['handler-1', 'head-1']);
  try {
    const body =
      step === 'rectify-entry' && state !== null && dice(3) > 0
        ? likelyRectification(situation, dice, on)
        : anyBody(step, state, on, dice);
    const source = dice(2) === 0 ? SOURCE : undefined;
    return send(situation, step, body, { actor, now, policy, related: earlierCase, source });
  } catch (error) {
    if (!(error instanceof GongkaiError)) throw error;
    return situation;
  }
}

/** A rectification that mostly leaves a legal history: the small corrections and late entries of everyday work. */
function likelyRectification({ history }: Situation, dice: ReturnType<typeof diceOf>, on: LocalDate): object {
  const { by, data, type } = pick(dice, dice(2) === 0 ? history : history.slice(-2));
  const moved = { kind: 'correct', fields: { on: addDays((data as { on: LocalDate }).on, dice(5) - 2) } };
  const removed = { kind: 'correct', remove: ['document'] };
  const other = { kind: 'correct', fields: { applicantKind: pick(dice, APPLICANT_KINDS) } };
  const supplied = pick(dice, [
    { step: 'consult-third-party', body: { on: addDays(on, -dice(30)), partyRef: 'party-9' } },
    { step: 'extend-deadline', body: { on: addDays(on, -dice(30)), workingDays: 1 + dice(20), approvedBy: 'head-2' } },
    { step: 'file-reconsideration', body: { on: addDays(on, -dice(30)) } },
  ]);
  const nested = { kind: 'correct', fields: { action: dice(2) === 0 ? { kind: 'void' } : moved } };
  const action =
    type === 'case.entry-rectified'
      ? pick(dice, [nested, { kind: 'void' }])
      : pick(dice, [
          moved,
          removed,
          { kind: 'insert', steps: [supplied] },
          by.revision === 0 ? other : { kind: 'void' },
        ]);
  return { on, revision: by.revision, action, reason: 'new-evidence', approvedBy: 'head-2' };
}
