import { describe, expect, it } from '@jest/globals';
import { somebody } from '../testkit/busy-office.js';
import { Town } from '../testkit/town.js';

const auditor = somebody('auditor');

describe('the history of a case', () => {
  it('given entries put right, shows them as written, and which later entries correct or strike them', async () => {
    await using town = await Town.open();
    await town.receive('c-1', '2023-11-01');
    await town.withdraw('c-1', '2023-11-08');
    await town.rectify('c-1', 0, { applicantKind: 'commercial-enterprise' });
    await town.rectify('c-1', 2, 'void');
    await town.rectify('c-1', 0, { on: '2023-10-31', receivedOn: '2023-10-31' });
    const { entries } = await town.office.caseReader.history('c-1', auditor, 0, 10);
    expect(entries[0]?.data).toMatchObject({ on: '2023-11-01', applicantKind: 'natural-person' });
    const marks = entries.map(({ revision, amendedBy, voidedBy }) => [revision, amendedBy, voidedBy]);
    expect(marks).toEqual([
      [0, [4], []],
      [1, [], []],
      [2, [], [3]],
      [3, [], []],
      [4, [], []],
    ]);
    const page = await town.office.caseReader.history('c-1', auditor, 2, 1);
    expect(page.entries).toEqual([entries[2]]);
  });

  it('given a forgotten step supplied, marks neither the entry before it nor the one that supplies it', async () => {
    await using town = await Town.open();
    await town.receive('c-1', '2023-11-01');
    await town.withdraw('c-1', '2023-11-08');
    const steps = [{ step: 'file-reconsideration', body: { on: '2023-11-20', remedyId: 'r-1' } }];
    await town.rectify('c-1', 1, { kind: 'insert', steps });
    const { entries } = await town.office.caseReader.history('c-1', auditor, 0, 10);
    expect(entries.flatMap(({ amendedBy, voidedBy }) => [...amendedBy, ...voidedBy])).toEqual([]);
    await town.rectify('c-1', 2, 'void');
    const after = await town.office.caseReader.history('c-1', auditor, 0, 10);
    expect(after.entries.map(({ voidedBy }) => voidedBy)).toEqual([[], [], [3], []]);
  });
});
