import { describe, expect, test } from '@jest/globals';
import type { Instant } from '#kernel';
import { request, somebody } from '../testkit/busy-office.js';
import { Town } from '../testkit/town.js';

const NOW: Instant = '2025-01-15T04:00:00.000Z';
const OPERATOR = somebody('operator');
const HANDLER = somebody('handler');

/** What the table before the deadline says of the town, and what the run then does with it. */
async function foreseenAndDone({ office }: Town, year: number) {
  const { lines } = await office.yearEndStatus.status(year, OPERATOR, NOW);
  const { results } = await office.yearEnd.run(year, request(OPERATOR, `run-${year}`, NOW));
  return { line: lines[0], result: results[0] };
}

function step({ office }: Town, name: 'receive-application' | 'confirm-receipt' | 'carry-forward', body: object) {
  const by = name === 'carry-forward' ? OPERATOR : HANDLER;
  return office.cases.record({ step: name, caseId: 'c-1', agency: 'town', body, request: request(by, `${name}-c-1`) });
}

const BY_MAIL = { channel: 'email', applicantRef: 'p-1', applicantKind: 'natural-person' };

describe('what the table before the deadline says the run will refuse', () => {
  test('given that the next year is closed, then the line and the run give the same reason', async () => {
    await using town = await Town.open();
    await town.openRegisters(2023);
    await town.close(2024);

    const { line, result } = await foreseenAndDone(town, 2023);

    expect(line).toMatchObject({ state: 'blocked', refusal: { code: 'later-year-closed' } });
    expect(result).toMatchObject({ outcome: 'refused', refusal: line?.refusal });
  });

  test('given a statement of a run cut short about a case that had ended, then both name it and nothing is written', async () => {
    await using town = await Town.open();
    await town.openRegisters(2023);
    await town.receive('c-1', '2023-11-01');
    await town.receive('c-2', '2023-11-01');
    await step(town, 'carry-forward', { on: '2023-12-31', fromYear: 2023, intoYear: 2024 });
    await town.withdraw('c-1', '2023-12-30');
    const head = await town.office.store.head();

    const { line, result } = await foreseenAndDone(town, 2023);

    expect(line).toMatchObject({
      state: 'blocked',
      refusal: { code: 'carried-not-open', facts: { caseIds: ['c-1'] } },
    });
    expect(result).toMatchObject({ outcome: 'refused', refusal: line?.refusal });
    expect(await town.office.store.head()).toBe(head);
  });
});

describe('an application whose receipt nobody has confirmed', () => {
  test('given one that arrived in the year, then it is told, hinders nothing and is in no figure', async () => {
    await using town = await Town.open();
    await town.openRegisters(2024);
    await step(town, 'receive-application', { on: '2024-12-30', ...BY_MAIL });

    const { line, result } = await foreseenAndDone(town, 2024);

    expect(line).toMatchObject({ state: 'ready', unconfirmed: 1, open: 0, refusal: null });
    expect(result).toMatchObject({ outcome: 'closed', closed: { carriedForward: 0 } });
  });

  test('given one that arrived after the year, or one that is confirmed, then none is told', async () => {
    await using town = await Town.open();
    await town.openRegisters(2023);
    await step(town, 'receive-application', { on: '2024-01-02', ...BY_MAIL });
    const unconfirmed = async (year: number) =>
      (await town.office.yearEndStatus.status(year, OPERATOR, NOW)).lines[0]?.unconfirmed;

    expect([await unconfirmed(2023), await unconfirmed(2024)]).toEqual([0, 1]);
    await step(town, 'confirm-receipt', { on: '2024-01-03' });
    expect(await unconfirmed(2024)).toBe(0);
  });
});
