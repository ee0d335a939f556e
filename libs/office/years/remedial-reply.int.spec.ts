import { describe, expect, it } from '@jest/globals';
import type { LocalDate } from '#kernel';
import type { StepName } from '#casework';
import { figureAt, type Table3Row } from '#statistics';
import { request, somebody } from '../testkit/busy-office.js';
import { Town } from '../testkit/town.js';

const document = { number: '答〔2023〕1号' };

async function take(town: Town, step: StepName, body: object): Promise<void> {
  const commandId = `${step}-${JSON.stringify(body)}`;
  const asked = request(somebody(step === 'review-decision' ? 'reviewer' : 'handler'), commandId);
  await town.office.cases.record({ step, caseId: 'c-1', agency: null, body, request: asked });
}

/** Refused in 2023; the refusal was set aside by reconsideration. Entries 0 to 5. */
async function corrected(town: Town): Promise<void> {
  await town.openRegisters(2023);
  await town.receive('c-1', '2023-03-01');
  await take(town, 'propose-decision', { on: '2023-03-08', outcome: 'refused_internal_affairs' });
  await take(town, 'review-decision', { on: '2023-03-09', result: 'approved' });
  await take(town, 'dispatch-reply', { on: '2023-03-10', mode: 'post', document });
  await take(town, 'file-reconsideration', { on: '2023-04-03', remedyId: 'fy-1' });
  await take(town, 'conclude-reconsideration', { on: '2023-05-22', remedyId: 'fy-1', result: 'corrected' });
}

const replyAgain = (town: Town, on: LocalDate, more: object = { outcome: 'granted_provided' }) =>
  take(town, 'dispatch-remedial-reply', { on, remedyId: 'fy-1', document, ...more });

async function rowsOf(town: Town, year: number, ...rows: readonly Table3Row[]) {
  const { figures } = await town.office.years.year('town', year, '2021', somebody('auditor'));
  return rows.map((row) => figureAt(figures, { table: 3, row, column: 'total' }));
}

describe('a remedial reply in the tables', () => {
  it('of the year of the end: the case counts once, in the row of the new outcome, for both entries', async () => {
    await using town = await Town.open();
    await corrected(town);
    expect(await rowsOf(town, 2023, 'refused.internalAffairs', 'granted', 'resolvedTotal')).toEqual([1, 0, 1]);
    await replyAgain(town, '2023-06-12');
    expect(await rowsOf(town, 2023, 'refused.internalAffairs', 'granted', 'resolvedTotal')).toEqual([0, 1, 1]);
    const { years } = await town.office.caseCells.cells('c-1', 2023, somebody('auditor'));
    const row = years[0]?.cells.find(({ cell }) => cell === 'table3/granted/total');
    expect(row?.because.map(({ type }) => type)).toEqual(['case.reply-dispatched', 'case.remedial-reply-dispatched']);
  });

  it('of a later year, or with no outcome of its own, moves no cell', async () => {
    for (const [on, more] of [['2024-01-08', undefined] as const, ['2023-06-12', {}] as const]) {
      await using town = await Town.open();
      await corrected(town);
      await replyAgain(town, on, more);
      expect(await rowsOf(town, 2023, 'refused.internalAffairs', 'granted', 'resolvedTotal')).toEqual([1, 0, 1]);
      expect(await rowsOf(town, 2024, 'new', 'resolvedTotal', 'granted')).toEqual([0, 0, 0]);
    }
  });

  it('of a year that is closed, it is drift with the reply as its cause; the edition stays, a restatement takes it in', async () => {
    await using town = await Town.open();
    await corrected(town);
    const { digest } = await town.close(2023);
    await replyAgain(town, '2023-06-12');
    const drift = await town.drift(2023);
    expect(drift.cells.map(({ cell, published, now }) => [cell, published, now])).toEqual([
      ['table3/granted/natural-person', 0, 1],
      ['table3/granted/total', 0, 1],
      ['table3/refused.internalAffairs/natural-person', 1, 0],
      ['table3/refused.internalAffairs/total', 1, 0],
    ]);
    expect(drift.causes).toMatchObject([{ kind: 'case', caseId: 'c-1', events: [{ revision: 6 }] }]);
    const restated = await town.restate(2023, { reason: 'remedy-outcome' });
    expect(restated).toMatchObject({ edition: 2 });
    const { books } = await town.office.books.booksOf('town', 2023);
    expect(books.editions.map((one) => one.digest)).toEqual([digest, restated.digest]);
    expect((await town.audit(2023)).faults).toEqual([]);
  });
});
