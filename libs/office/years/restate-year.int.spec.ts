import { describe, expect, it } from '@jest/globals';
import { cutShort } from '../testkit/cut-short.js';
import { keepBusy, LATE, request, somebody } from '../testkit/busy-office.js';
import { RESTATEMENT, Town } from '../testkit/town.js';

const auditor = somebody('auditor');

/** 2023 was closed with one open case; then another of that year came to light. */
async function driftedTown(): Promise<Town> {
  const town = await Town.open();
  await town.openRegisters(2023);
  await town.receive('c-1', '2023-11-01');
  await town.close(2023);
  await town.receive('c-2', '2023-11-02');
  return town;
}

const carriedInto = async (town: Town, caseId: string) => (await town.office.cases.caseOf(caseId)).state.carriedInto;
const editionsOf = async (town: Town) => (await town.office.books.booksOf('town', 2023)).books.editions;

describe('restating a closed year', () => {
  it('given drift, publishes a second edition that says what it changes and why; the first one stays to the byte', async () => {
    await using town = await driftedTown();
    const [first] = await editionsOf(town);
    const drift = await town.drift(2023);
    const restated = await town.restate(2023);

    expect(restated).toMatchObject({ edition: 2, carriedForward: 2, repeated: false });
    expect(restated.digest).not.toBe(first!.digest);
    expect(restated.position > drift.position).toBe(true);
    expect(restated.differences).toEqual(drift.cells.map(({ cell, published, now }) => ({ cell, published, now })));
    const editions = await editionsOf(town);
    expect(editions[0]).toEqual(first);
    const { on, ...why } = RESTATEMENT;
    expect(editions[1]).toMatchObject({
      on,
      manifest: { form: '2021', calendarVersions: first!.manifest.calendarVersions },
      restatement: {
        ...why,
        restatedEdition: 1,
        restatedDigest: first!.digest,
        causes: [{ kind: 'case', caseId: 'c-2', events: [{ revision: 0 }] }],
        causesInAll: 1,
      },
    });
    expect(await town.drift(2023)).toMatchObject({ edition: 2, drifted: false, cells: [] });
    expect((await town.office.years.year('town', 2023, null, auditor)).closed).toMatchObject({
      edition: 2,
      digest: restated.digest,
      figuresStillEqual: true,
    });
  });

  it('leaves every edition readable and verifiable, each at its own position', async () => {
    await using town = await driftedTown();
    await town.restate(2023);
    await town.receive('c-3', '2023-11-03');
    await town.restate(2023, { reason: 'other' });
    await town.receive('c-4', '2023-11-04');
    await town.reopen();

    const { editions, verifier } = town.office;
    const lines = await editions.editions('town', 2023, auditor);
    expect(lines.map(({ edition, restatement }) => [edition, restatement?.reason])).toEqual([
      [1, undefined],
      [2, 'late-fact'],
      [3, 'other'],
    ]);
    for (const [index, { edition, digest }] of lines.entries()) {
      const read = await editions.edition('town', 2023, edition, auditor);
      expect(read.figures.table3.new?.at(-1)).toBe(index + 1);
      expect(await verifier.verify('town', 2023, undefined, edition)).toMatchObject({
        edition,
        equal: true,
        publishedDigest: digest,
        recomputedDigest: digest,
        differences: [],
      });
    }
    expect((await editions.edition('town', 2023, 3, auditor)).differences[0]).toEqual({
      cell: 'table3/new/natural-person',
      label: '一、本年新收政府信息公开申请数量“自然人”',
      published: 2,
      now: 3,
    });
    expect(await verifier.verify('town', 2023)).toMatchObject({ edition: 3 });
    await expect(editions.edition('town', 2023, 4, auditor)).rejects.toMatchObject({ code: 'not-found' });
    await expect(verifier.verify('town', 2023, undefined, 4)).rejects.toMatchObject({ code: 'not-found' });
    await expect(verifier.verify('town', 2022, undefined, 1)).rejects.toMatchObject({ code: 'year-not-closed' });
  });

  it('makes the statements of carrying forward those of the new 结转下年度: missing ones made, wrong ones struck', async () => {
    await using town = await driftedTown();
    await town.withdraw('c-1', '2023-12-30'); // had been carried forward
    await town.restate(2023);
    expect(await carriedInto(town, 'c-1')).toEqual([]);
    expect(await carriedInto(town, 'c-2')).toEqual([2024]);
    const { history } = await town.office.cases.caseOf('c-1');
    expect(history.at(-1)).toMatchObject({
      type: 'case.entry-rectified',
      data: { revision: 1, action: { kind: 'void' }, reason: 'new-evidence', approvedBy: 'mayor-1' },
    });

    // The withdrawal was a mistake: the case was open after all, and is stated anew.
    await town.rectify('c-1', 2, 'void');
    await town.restate(2023, { reason: 'data-entry-error' });
    expect(await carriedInto(town, 'c-1')).toEqual([2024]);
    expect(await town.audit(2023)).toMatchObject({ sound: true, carryForward: { stated: 2, derived: 2 } });
  });

  it('given a later year that is closed too, that year then shows drift of its own until it is restated', async () => {
    await using town = await Town.open();
    await town.openRegisters(2022);
    await town.receive('c-1', '2022-11-01');
    for (const year of [2022, 2023]) await town.close(year);
    await town.receive('c-2', '2022-11-02');
    await town.restate(2022);
    expect(await carriedInto(town, 'c-2')).toEqual([2023]);

    const later = await town.drift(2023);
    expect(later.drifted).toBe(true);
    expect(later.cells.map(({ cell }) => cell)).toContain('table3/carriedIn/total');
    await town.restate(2023);
    expect(await carriedInto(town, 'c-2')).toEqual([2023, 2024]);
    for (const year of [2022, 2023]) expect(await town.audit(year)).toMatchObject({ sound: true, faults: [] });
  });

  it('given a receipt moved into an earlier year, states that year too although later ones are stated', async () => {
    await using town = await Town.open();
    await town.openRegisters(2022);
    await town.receive('c-1', '2023-02-01');
    for (const year of [2022, 2023]) await town.close(year);
    await town.rectify('c-1', 0, { on: '2022-12-30', receivedOn: '2022-12-30' });
    for (const year of [2022, 2023]) await town.restate(year, { reason: 'data-entry-error' });
    expect((await carriedInto(town, 'c-1')).toSorted()).toEqual([2023, 2024]);
    for (const year of [2022, 2023]) expect((await town.audit(year)).faults).toEqual([]);
  });

  it('given last year not yet restated, is blocked by the carry-over check, unless a waiver names the edition to come', async () => {
    await using town = await Town.open();
    await town.openRegisters(2022);
    for (const year of [2022, 2023]) await town.close(year);
    await town.receive('c-1', '2022-11-02');
    const before = await town.office.store.head();
    await expect(town.restate(2023)).rejects.toMatchObject({
      code: 'rules-failed',
      facts: { findings: [{ rule: 'V5' }, { rule: 'V5' }] },
    });
    expect(await town.office.store.head()).toBe(before);

    const waiver = { on: '2034-06-01', rule: 'V5', reason: '上年度另行重述', approvedBy: 'mayor-1' };
    const waive = (body: object, id: string) =>
      town.office.books.waive('town', 2023, body, request(somebody('handler'), id));
    await expect(waive(waiver, 'w-1')).rejects.toMatchObject({ code: 'year-closed', facts: { nextEdition: 2 } });
    await waive({ ...waiver, edition: 2 }, 'w-2');
    await town.restate(2023);
    expect((await editionsOf(town)).at(-1)).toMatchObject({ waivers: ['V5'] });
  });

  it('given the same command again, also after a restart, answers with the first result; another content is refused', async () => {
    await using town = await driftedTown();
    const first = await town.restate(2023, {}, 'r-1');
    expect(await town.restate(2023, {}, 'r-1')).toEqual({ ...first, repeated: true });
    await town.receive('c-3', '2023-11-03');
    expect(await town.restate(2023, {}, 'r-1')).toEqual({ ...first, repeated: true });
    expect(await carriedInto(town, 'c-3')).toEqual([]);
    await town.reopen();
    expect(await town.restate(2023, {}, 'r-1')).toEqual({ ...first, repeated: true });
    await expect(town.restate(2023, { reason: 'other' }, 'r-1')).rejects.toMatchObject({ code: 'command-id-reused' });
    expect(await editionsOf(town)).toHaveLength(2);
  });

  it('given two at once, publishes one; under one command id both answer with it', async () => {
    await using town = await driftedTown();
    const two = await Promise.allSettled([town.restate(2023), town.restate(2023)]);
    const failed = two.filter((one) => one.status === 'rejected');
    expect(failed).toMatchObject([{ reason: { code: expect.stringMatching(/^(edition-outdated|no-drift)$/) } }]);
    expect(await editionsOf(town)).toHaveLength(2);

    await town.receive('c-3', '2023-11-03');
    const [one, other] = await Promise.all([town.restate(2023, {}, 'r'), town.restate(2023, {}, 'r')]);
    expect(one.digest).toBe(other.digest);
    expect(await editionsOf(town)).toHaveLength(3);
    expect(await carriedInto(town, 'c-3')).toEqual([2024]);
  });

  it('given a run cut short at any of its appends, is completed by the same command after a restart', async () => {
    for (let appends = 0; ; appends++) {
      await using town = await driftedTown();
      await town.receive('c-3', '2023-11-03');
      await town.withdraw('c-1', '2023-12-30');
      const powerIsBack = cutShort(town.office.store, appends);
      const outcome = await town.restate(2023, {}, 'r-1').catch((error: unknown) => error);
      powerIsBack();
      // Two statements made, one struck, one edition.
      if (appends === 4) {
        expect(outcome).toMatchObject({ edition: 2, repeated: false });
        return;
      }
      expect(outcome).toMatchObject({ code: 'cut-short' });
      expect(await editionsOf(town)).toHaveLength(1);
      await town.reopen();
      expect(await town.restate(2023, {}, 'r-1')).toMatchObject({ edition: 2, carriedForward: 2 });
      expect((await town.audit(2023)).faults).toEqual([]);
      const histories = await Promise.all(['c-1', 'c-2', 'c-3'].map((id) => town.office.cases.caseOf(id)));
      expect(histories.map(({ history }) => history.length)).toEqual([4, 2, 2]);
    }
  });

  it('given the end of the closing command again, answers with the first edition', async () => {
    await using town = await driftedTown();
    const [first] = await editionsOf(town);
    await town.restate(2023);
    expect(await town.close(2023)).toMatchObject({ edition: 1, digest: first!.digest, repeated: true });
  });

  it.each([
    ['no drift', 'no-drift', async (town: Town) => (await town.restate(2023), town.restate(2023))],
    ['a year that is not closed', 'year-not-closed', (town: Town) => town.restate(2024)],
    ['its own author as approver', 'four-eyes', (town: Town) => town.restate(2023, { approvedBy: 'head-1' })],
    ['a day to come', 'date-in-future', (town: Town) => town.restate(2023, { on: '2035-02-01' })],
    ['a day before the closing', 'before-edition', (town: Town) => town.restate(2023, { on: '2029-12-31' })],
    ['an unknown reason', 'invalid-input', (town: Town) => town.restate(2023, { reason: 'because' })],
    ['an explanation of two lines', 'invalid-input', (town: Town) => town.restate(2023, { explanation: '一\n二' })],
    ['no body', 'invalid-input', (town: Town) => as(town, 'head', undefined)],
    ['an operator', 'role-not-allowed', (town: Town) => as(town, 'operator', RESTATEMENT)],
    ['an outdated revision', 'revision-conflict', (town: Town) => as(town, 'head', RESTATEMENT, 7)],
  ])('given %s, is refused with %s', async (_what, code, deed) => {
    await using town = await driftedTown();
    await expect(deed(town)).rejects.toMatchObject({ code });
    if (code === 'no-drift') return;
    expect(await editionsOf(town)).toHaveLength(1);
    expect(await carriedInto(town, 'c-2')).toEqual([]);
  });

  it('given a thousand random late steps, restated years are sound and verify', async () => {
    await using town = await Town.open();
    const years = [2021, 2022, 2023, 2024];
    await town.openRegisters(2021);
    await keepBusy(town.office, ['town'], 21, 500);
    for (const year of years) await town.close(year);
    await keepBusy(town.office, ['town'], 22, 500);
    let restated = 0;
    for (const year of years) {
      if ((await town.drift(year)).drifted) restated += (await town.restate(year)).edition - 1;
    }
    expect(restated).toBeGreaterThan(2);
    for (const year of years) {
      expect((await town.audit(year)).faults).toEqual([]);
      for (const { edition } of await town.office.editions.editions('town', year, auditor)) {
        expect(await town.office.verifier.verify('town', year, undefined, edition)).toMatchObject({ equal: true });
      }
    }
  });
});

function as(town: Town, role: 'head' | 'operator', body: unknown, expectedRevision?: number) {
  const asked = request(somebody(role), `as-${role}`, LATE);
  const ifMatch = expectedRevision === undefined ? {} : { expectedRevision };
  return town.office.restater.restate('town', 2023, body, { ...asked, ...ifMatch });
}
