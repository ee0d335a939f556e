import { describe, expect, it } from '@jest/globals';
import { request, somebody } from '../testkit/busy-office.js';
import { ACCEPTANCE, Town } from '../testkit/town.js';

/** 2023 was closed with one open case; then another of that year came to light. */
async function driftedTown(): Promise<Town> {
  const town = await Town.open();
  await town.openRegisters(2023);
  await town.receive('c-1', '2023-11-01');
  await town.close(2023);
  await town.receive('c-2', '2023-11-02');
  return town;
}

const booksOf = async (town: Town, year = 2023) => (await town.office.books.booksOf('town', year)).books;
const carryOver = async (town: Town, year: number) => {
  const { results } = await town.office.years.judged('town', year, null, somebody('auditor'));
  return results.find(({ rule }) => rule === 'V5')!;
};

describe('accepting the drift of a closed year', () => {
  it('leaves the edition, records figures and causes, and the year is no longer shown as drifted', async () => {
    await using town = await driftedTown();
    const before = await town.drift(2023);
    await town.accept(2023);
    const { editions, adjustments } = await booksOf(town);
    expect(editions).toHaveLength(1);
    expect(adjustments).toMatchObject([
      {
        ...ACCEPTANCE,
        edition: 1,
        differences: before.cells.map(({ cell, published, now }) => ({ cell, published, now })),
        causes: [{ kind: 'case', caseId: 'c-2', events: [{ revision: 0 }] }],
        causesInAll: 1,
      },
    ]);
    const after = await town.drift(2023);
    expect(after).toMatchObject({
      drifted: false,
      acceptedBy: adjustments[0],
      cells: before.cells,
      causes: before.causes,
    });
    expect((await town.office.editions.editions('town', 2023, somebody('auditor')))[0]!.adjustments).toEqual(
      adjustments,
    );
    expect(await town.office.verifier.verify('town', 2023)).toMatchObject({ edition: 1, equal: true });
  });

  it('explains the carry-over check of next year, which is closed with it', async () => {
    await using town = await driftedTown();
    expect(await carryOver(town, 2024)).toMatchObject({ status: 'failed', reason: null });
    await expect(town.close(2024)).rejects.toMatchObject({ code: 'rules-failed' });
    await town.accept(2023);
    const result = await carryOver(town, 2024);
    expect(result).toMatchObject({ status: 'passed', findings: [] });
    expect(result.reason).toContain(
      '“总计”列：二、上年结转政府信息公开申请数量 2，而 2023 年度报告四、结转下年度继续办理 1',
    );
    expect(result.reason).toContain('2023 年度第 1 版的差异已于 2034-06-01 作为调整认可（批准人 mayor-1）：差额甚小');
    expect(await town.close(2024)).toMatchObject({ edition: 1 });
  });

  it('given a further fact, is drift again, and the check fails until that is accepted or restated too', async () => {
    await using town = await driftedTown();
    await town.accept(2023);
    await town.receive('c-3', '2023-11-03');
    const more = await town.drift(2023);
    expect(more).toMatchObject({ drifted: true, acceptedBy: null, causesInAll: 2 });
    expect((await carryOver(town, 2024)).status).toBe('failed');

    await town.accept(2023);
    expect(await town.drift(2023)).toMatchObject({ drifted: false, acceptedBy: { reason: ACCEPTANCE.reason } });
    expect((await carryOver(town, 2024)).status).toBe('passed');

    await town.restate(2023);
    expect(await town.drift(2023)).toMatchObject({ edition: 2, drifted: false, cells: [], acceptedBy: null });
    expect(await carryOver(town, 2024)).toMatchObject({ status: 'passed', reason: null });
  });

  it('given that the facts are taken back, there is no drift, and the check passes without it', async () => {
    await using town = await driftedTown();
    await town.accept(2023);
    await town.rectify('c-2', 0, { on: '2024-01-02', receivedOn: '2024-01-02' });
    expect(await town.drift(2023)).toMatchObject({ drifted: false, cells: [], acceptedBy: null });
    expect(await carryOver(town, 2024)).toMatchObject({ status: 'passed', reason: null });
  });

  it('given drift in other cells than 结转, explains no difference there', async () => {
    await using town = await driftedTown();
    await town.withdraw('c-2', '2023-12-30');
    await town.accept(2023);
    expect(await carryOver(town, 2024)).toMatchObject({ status: 'passed', reason: null });
    await town.receive('c-3', '2023-11-03');
    expect((await carryOver(town, 2024)).status).toBe('failed');
  });

  it('given the same command again, also after a restart, answers with the first result', async () => {
    await using town = await driftedTown();
    const first = await town.accept(2023, {}, 'a-1');
    expect(await town.accept(2023, {}, 'a-1')).toEqual({ ...first, repeated: true });
    await town.reopen();
    expect(await town.accept(2023, {}, 'a-1')).toEqual({ ...first, repeated: true });
    await expect(town.accept(2023, { reason: '别的' }, 'a-1')).rejects.toMatchObject({ code: 'command-id-reused' });
    expect((await booksOf(town)).adjustments).toHaveLength(1);
  });

  it('given two at once, records one', async () => {
    await using town = await driftedTown();
    const two = await Promise.allSettled([town.accept(2023), town.accept(2023)]);
    expect(two.filter(({ status }) => status === 'rejected')).toMatchObject([{ reason: { code: 'no-drift' } }]);
    expect((await booksOf(town)).adjustments).toHaveLength(1);
  });

  it('given a restatement at the same time, one of the two stands', async () => {
    await using town = await driftedTown();
    await Promise.allSettled([town.restate(2023), town.accept(2023)]);
    expect(await town.drift(2023)).toMatchObject({ drifted: false });
    const { editions, adjustments } = await booksOf(town);
    expect([editions.length, adjustments.length]).not.toEqual([1, 0]);
  });

  it.each([
    ['no drift', 'no-drift', async (town: Town) => (await town.accept(2023), town.accept(2023))],
    ['a year that is not closed', 'year-not-closed', (town: Town) => town.accept(2024)],
    ['its own author as approver', 'four-eyes', (town: Town) => town.accept(2023, { approvedBy: 'handler-1' })],
    ['a day to come', 'date-in-future', (town: Town) => town.accept(2023, { on: '2035-02-01' })],
    ['a day before the closing', 'before-edition', (town: Town) => town.accept(2023, { on: '2029-12-31' })],
    ['an empty reason', 'invalid-input', (town: Town) => town.accept(2023, { reason: '' })],
    ['a field that nobody knows', 'invalid-input', (town: Town) => town.accept(2023, { year: 2023 })],
    ['an auditor', 'role-not-allowed', (town: Town) => as(town, 'auditor', {})],
    ['an agency out of scope', 'outside-scope', (town: Town) => as(town, 'handler', { agencies: ['elsewhere'] })],
  ])('given %s, is refused with %s', async (_what, code, deed) => {
    await using town = await driftedTown();
    await expect(deed(town)).rejects.toMatchObject({ code });
    expect((await booksOf(town)).adjustments).toHaveLength(code === 'no-drift' ? 1 : 0);
  });
});

function as(town: Town, role: 'handler' | 'auditor', more: object) {
  const asked = request({ ...somebody(role), ...more }, `as-${role}`);
  return town.office.driftAccepter.accept('town', 2023, ACCEPTANCE, asked);
}
