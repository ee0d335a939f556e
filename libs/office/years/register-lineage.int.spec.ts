import { describe, expect, it } from '@jest/globals';
import { somebody } from '../testkit/busy-office.js';
import { Town } from '../testkit/town.js';
import { figureOfKey } from './figure-address.js';

const rectification = { on: '2034-01-01', reason: 'typing-error', approvedBy: 'mayor-1' } as const;

describe('the register entries behind a figure', () => {
  it('read as corrected, and say which rectification made them read so', async () => {
    await using town = await Town.open();
    await town.enter('record-decisions', { on: '2023-06-30', kind: 'licensing', count: 7 });
    await town.enter('record-decisions', { on: '2023-09-30', kind: 'licensing', count: 2 });
    const action = { kind: 'correct', fields: { count: 5 } };
    await town.enter('rectify-register-entry', { ...rectification, revision: 0, action }, 2023);
    const figure = figureOfKey('table2/licensing/decisions', '2021')!;
    const page = await town.office.years.cell('town', 2023, figure, somebody('auditor'), { limit: 10 });
    expect([page.value, page.recounted]).toEqual([7, 7]);
    expect(page.entries.map(({ revision, amount, amendedBy }) => [revision, amount, amendedBy])).toEqual([
      [0, 5, [2]],
      [1, 2, []],
    ]);
  });
});
