import { describe, expect, it } from '@jest/globals';
import type { StepName } from '#casework';
import { cellOfKey } from '#statistics';
import { request, somebody } from '../testkit/busy-office.js';
import { Town } from '../testkit/town.js';

const auditor = somebody('auditor');

/** One case of 2023, refused for one ground in December. */
async function refused(town: Town): Promise<void> {
  await town.receive('c-1', '2023-11-01');
  await step(town, 'propose-decision', { on: '2023-12-01', outcome: 'refused_internal_affairs' });
  await step(town, 'review-decision', { on: '2023-12-01', result: 'approved' }, 'reviewer');
  await step(town, 'dispatch-reply', { on: '2023-12-04', mode: 'post', document: { number: '答1' } });
}

let deeds = 0;
function step(town: Town, name: StepName, body: object, role: 'handler' | 'reviewer' = 'handler'): Promise<unknown> {
  const asked = request(somebody(role), `lineage-${deeds++}`);
  return town.office.cases.record({ step: name, caseId: 'c-1', agency: 'town', body, request: asked });
}

const rectification = { on: '2034-01-01', reason: 'typing-error', approvedBy: 'mayor-1' } as const;
const insert = (town: Town, revision: number, ...steps: readonly { step: string; body: object }[]) =>
  step(town, 'rectify-entry', { ...rectification, revision, action: { kind: 'insert', steps } });

/** The entries behind one cell, from both ends: they must say the same. */
async function behind(town: Town, year: number, key: string) {
  const { cases } = await town.office.years.cell('town', year, cellOfKey(key, '2021')!, auditor, { limit: 10 });
  const { years } = await town.office.caseCells.cells('c-1', 2034, auditor);
  const cells = years.filter((one) => one.year === year).flatMap((one) => one.cells);
  expect(cases.flatMap(({ events }) => events)).toEqual(
    cells.filter(({ cell }) => cell === key).flatMap(({ because }) => because),
  );
  return cases.flatMap(({ events }) => events.map(({ revision, type, on }) => [revision, type, on]));
}

describe('the entries behind a figure', () => {
  it('name the decision that gives the row, and the reply that closes the case', async () => {
    await using town = await Town.open();
    await refused(town);
    expect(await behind(town, 2023, 'table3/refused.internalAffairs/total')).toEqual([
      [1, 'case.decision-proposed', '2023-12-01'],
      [3, 'case.reply-dispatched', '2023-12-04'],
    ]);
    expect(await behind(town, 2023, 'table3/resolvedTotal/total')).toEqual([
      [3, 'case.reply-dispatched', '2023-12-04'],
    ]);
  });

  it('read as corrected, and say which rectification made them read so', async () => {
    await using town = await Town.open();
    await refused(town);
    await town.rectify('c-1', 3, { on: '2024-01-05' });
    await town.rectify('c-1', 1, { outcome: 'refused_process_information' });
    const year = 2024;
    expect(await behind(town, year, 'table3/refused.processInformation/total')).toEqual([
      [1, 'case.decision-proposed', '2023-12-01'],
      [3, 'case.reply-dispatched', '2024-01-05'],
    ]);
    const cell = cellOfKey('table3/refused.processInformation/total', '2021')!;
    const { cases } = await town.office.years.cell('town', year, cell, auditor, { limit: 10 });
    expect(cases[0]?.events.map(({ amendedBy }) => amendedBy)).toEqual([[5], [4]]);
  });

  it('in a column of one kind of applicant, begin with the registration that says the kind, in every row, once', async () => {
    await using town = await Town.open();
    await refused(town);
    await town.rectify('c-1', 0, { applicantKind: 'commercial-enterprise' });
    const registration = [0, 'case.application-received', '2023-11-01'];
    for (const row of ['new', 'resolvedTotal', 'refused.internalAffairs']) {
      const ofKind = await behind(town, 2023, `table3/${row}/commercial-enterprise`);
      const others = (await behind(town, 2023, `table3/${row}/total`)).filter(([revision]) => revision !== 0);
      expect(ofKind).toEqual([registration, ...others]);
    }
    const cell = cellOfKey('table3/refused.internalAffairs/commercial-enterprise', '2021')!;
    const { cases } = await town.office.years.cell('town', 2023, cell, auditor, { limit: 10 });
    expect(cases[0]?.events[0]).toMatchObject({ revision: 0, amendedBy: [4] });
  });

  it('are the very steps that one rectification supplied, not the rectification', async () => {
    await using town = await Town.open();
    await refused(town);
    const on = (day: string) => ({ on: day, remedyId: 'review-1' });
    await insert(
      town,
      3,
      { step: 'file-reconsideration', body: on('2023-12-10') },
      { step: 'conclude-reconsideration', body: { ...on('2023-12-28'), result: 'upheld' } },
    );
    expect(await behind(town, 2023, 'table4/review/upheld')).toEqual([
      [4, 'case.reconsideration-filed', '2023-12-10'],
      [4, 'case.reconsideration-concluded', '2023-12-28'],
    ]);
  });
});
