import { describe, expect, it } from '@jest/globals';
import type { EventOf } from '#kernel';
import type { RawEntry } from '#casework';
import { specification } from '../../testkit/specification.js';
import { acceptDrift, decideAcceptance } from '../accepting-drift/accept-drift.js';
import type { driftAccepted } from '../accepting-drift/drift-accepted.js';
import { latestEdition, standingAdjustment } from '../books.js';
import { yearClosed } from '../closing-year/year-closed.js';
import { yearOfOneTown } from '../closing-year/year-closed.testkit.js';
import { foldBooks } from '../decide-books.js';
import { MOST_RECORDED_ENTRIES, recordedCauses, type RecordedCause } from '../figure-difference.js';
import { decideRestatement, restateYear } from './restate-year.js';
import { yearRestated } from './year-restated.js';
import { differenceOfOneTown, restatedYearOfOneTown } from './year-restated.testkit.js';

const target = { agency: 'town', year: 2022 };
const head = { actor: 'head-1', role: 'head', now: '2023-03-20T12:00:00.000Z' } as const;

type Restated = typeof restatedYearOfOneTown;
type Accepted = EventOf<typeof driftAccepted>['data'];
type Deed = 'close' | { readonly restated: Restated } | { readonly accepted: Accepted };

/** What the office computed goes through the door of the books. */
const books = specification<readonly RawEntry[], Deed>([], (at, deed) => {
  const state = foldBooks(target, at);
  const event =
    deed === 'close'
      ? { type: yearClosed.type, data: yearOfOneTown }
      : 'restated' in deed
        ? decideRestatement(state, deed.restated, head)
        : decideAcceptance(state, deed.accepted, head);
  const by = { revision: at.length, actor: head.actor, role: head.role, recordedAt: head.now };
  return { event, situation: [...at, { ...event, by }] };
});

const restated = (more: Partial<Restated> = {}, why: Partial<Restated['restatement']> = {}): Deed => ({
  restated: {
    ...restatedYearOfOneTown,
    ...more,
    restatement: { ...restatedYearOfOneTown.restatement, ...why },
  },
});
const third = restated({ edition: 3, digest: 'c'.repeat(64), on: '2023-03-20' }, { restatedEdition: 2 });

const acceptance: Accepted = {
  ...target,
  on: '2023-03-20',
  reason: '差额甚小，下年度报告说明',
  approvedBy: 'mayor-1',
  edition: 1,
  position: '0000000000000051',
  digest: 'b'.repeat(64),
  ...differenceOfOneTown,
};
const accepted = (more: Partial<Accepted> = {}): Deed => ({ accepted: { ...acceptance, ...more } });

describe('restating a year', () => {
  it('adds an edition and leaves the earlier one as it was', () => {
    books.given('close').when(restated()).thenRecords('books.year-restated', restatedYearOfOneTown);
    const after = foldBooks(target, books.after('close', restated()));
    expect(after.editions).toEqual([yearOfOneTown, restatedYearOfOneTown]);
    expect(latestEdition(after)?.edition).toBe(2);
    expect(yearRestated.schema.parse(restatedYearOfOneTown)).toEqual(restatedYearOfOneTown);
  });

  it('may follow a restatement', () => {
    books.given('close', restated()).when(third).thenRecords('books.year-restated', { edition: 3 });
  });

  it('needs a closed year, another approver, a day from the publication on, not in the future', () => {
    books.given().when(restated()).thenRefused('year-not-closed');
    const when = (deed: Deed) => books.given('close').when(deed);
    when(restated({}, { approvedBy: 'head-1' })).thenRefused('four-eyes', 'body.approvedBy');
    when(restated({ on: '2023-01-18' })).thenRefused('before-edition', 'body.on');
    when(restated({ on: '2023-03-21' })).thenRefused('date-in-future', 'body.on');
    when(restated({ on: '2023-01-19' })).thenRecords('books.year-restated', { on: '2023-01-19' });
  });

  it('needs figures that differ from the edition that holds, or causes that cancel out in all of them', () => {
    const same = { digest: yearOfOneTown.digest };
    books
      .given('close')
      .when(restated(same, { differences: [], causes: [], causesInAll: 0 }))
      .thenRefused('no-drift');
    books
      .given('close')
      .when(restated(same, { differences: [] }))
      .thenRecords('books.year-restated', same);
    const outdated = books.given('close', restated()).when(restated()).thenRefused('edition-outdated');
    expect(outdated.facts).toMatchObject({ edition: 2 });
  });

  it.each([
    ['on', {}],
    ['reason', { reason: 'because' }],
    ['explanation', { explanation: '' }],
    ['explanation', { explanation: '两\n行' }],
    ['approvedBy', { approvedBy: '张三' }],
    ['edition', { edition: 2 }],
  ])('is asked for with a body whose %s is right: %j', (field, wrong) => {
    const body = { on: '2023-03-20', reason: 'late-fact', explanation: '漏登', approvedBy: 'mayor-1' };
    expect(restateYear.body.safeParse(body).success).toBe(true);
    const { error } = restateYear.body.safeParse(field === 'on' ? { ...body, on: '20.3.2023' } : { ...body, ...wrong });
    const issue = error!.issues[0]!;
    expect(issue.code === 'unrecognized_keys' ? issue.keys[0] : issue.path[0]).toBe(field);
  });
});

describe('accepting drift', () => {
  it('keeps the edition and stands as its adjustment until another one or a restatement', () => {
    books.given('close').when(accepted()).thenRecords('books.drift-accepted', acceptance);
    const standing = (...deeds: readonly Deed[]) => standingAdjustment(foldBooks(target, books.after(...deeds)));
    expect(standing('close')).toBeNull();
    expect(standing('close', accepted())).toEqual(acceptance);
    const more = accepted({ digest: 'c'.repeat(64) });
    expect(standing('close', accepted(), more)?.digest).toBe('c'.repeat(64));
    expect(standing('close', accepted(), restated())).toBeNull();
    expect(foldBooks(target, books.after('close', accepted())).editions).toEqual([yearOfOneTown]);
  });

  it('is for drift that is new: not for what is published, nor for what is accepted', () => {
    books
      .given('close')
      .when(accepted({ digest: yearOfOneTown.digest }))
      .thenRefused('no-drift');
    books.given('close', accepted()).when(accepted()).thenRefused('no-drift');
    books.given('close', restated()).when(accepted()).thenRefused('edition-outdated');
  });

  it('needs a closed year, another approver, a day from the publication on, not in the future', () => {
    books.given().when(accepted()).thenRefused('year-not-closed');
    const when = (deed: Deed) => books.given('close').when(deed);
    when(accepted({ approvedBy: 'head-1' })).thenRefused('four-eyes', 'body.approvedBy');
    when(accepted({ on: '2023-01-18' })).thenRefused('before-edition', 'body.on');
    when(accepted({ on: '2023-03-21' })).thenRefused('date-in-future', 'body.on');
    expect(acceptDrift.body.safeParse({ on: '2023-03-20', reason: '', approvedBy: 'mayor-1' }).success).toBe(false);
  });
});

describe('the causes in an event', () => {
  it('are the first ones, as many as an event takes', () => {
    const events = Array.from({ length: MOST_RECORDED_ENTRIES / 4 }, (_, revision) => ({ revision, position: '1' }));
    const causes: RecordedCause[] = ['a', 'b', 'c', 'd', 'e'].map((caseId) => ({ kind: 'case', caseId, events }));
    expect(recordedCauses(causes)).toEqual(causes.slice(0, 4));
    expect(recordedCauses([])).toEqual([]);
  });
});
