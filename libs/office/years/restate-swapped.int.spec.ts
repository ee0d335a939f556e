import { describe, expect, it } from '@jest/globals';
import { cutShort } from '../testkit/cut-short.js';
import { somebody } from '../testkit/busy-office.js';
import { Town } from '../testkit/town.js';

/** 2023 was closed with c-1 open and c-2 withdrawn; then it turned out to be the other way round. */
async function swappedTown(): Promise<Town> {
  const town = await Town.open();
  await town.openRegisters(2023);
  await town.receive('c-1', '2023-11-01');
  await town.receive('c-2', '2023-11-02');
  await town.withdraw('c-2', '2023-12-20');
  await town.close(2023);
  await town.withdraw('c-1', '2023-12-21');
  await town.rectify('c-2', 1, { on: '2024-01-05' });
  return town;
}

const carriedInto = async (town: Town, caseId: string) => (await town.office.cases.caseOf(caseId)).state.carriedInto;

describe('a closed year in which two cases changed places, and no figure', () => {
  it('has no drift to accept, but the audit names both cases as moved', async () => {
    await using town = await swappedTown();
    expect(await town.drift(2023)).toMatchObject({ drifted: false, cells: [], causesInAll: 0 });
    await expect(town.accept(2023)).rejects.toMatchObject({ code: 'no-drift' });
    const { sound, faults, carryForward } = await town.audit(2023);
    expect(sound).toBe(false);
    expect(faults.map(({ check, caseIds }) => [check, ...caseIds])).toEqual([
      ['carry-forward', 'c-2'],
      ['carry-forward', 'c-1'],
    ]);
    expect(carryForward).toMatchObject({
      missing: [{ caseId: 'c-2', explainedBy: 'drift' }],
      surplus: [{ caseId: 'c-1', explainedBy: 'drift' }],
    });
  });

  it('is restated: the same figures, the cases that moved, the statements of those now open; then once is enough', async () => {
    await using town = await swappedTown();
    const [first] = await town.office.editions.editions('town', 2023, somebody('auditor'));
    const restated = await town.restate(2023);
    expect(restated).toMatchObject({ edition: 2, digest: first!.digest, carriedForward: 1, differences: [] });
    expect([await carriedInto(town, 'c-1'), await carriedInto(town, 'c-2')]).toEqual([[], [2024]]);
    expect(await town.office.editions.edition('town', 2023, 2, somebody('auditor'))).toMatchObject({
      restatement: { reason: 'late-fact', approvedBy: 'mayor-1' },
      differences: [],
      causes: [
        { kind: 'case', caseId: 'c-1', events: [{ revision: 2 }] },
        { kind: 'case', caseId: 'c-2', events: [{ revision: 2 }] },
      ],
      causesInAll: 2,
    });
    expect(await town.audit(2023)).toMatchObject({ sound: true, faults: [], carryForward: { stated: 1, derived: 1 } });
    expect(await town.office.verifier.verify('town', 2023)).toMatchObject({ edition: 2, equal: true });
    await expect(town.restate(2023)).rejects.toMatchObject({ code: 'no-drift' });
  });

  it('given a run cut short at any of its appends, is completed by the same command after a restart', async () => {
    // One statement made, one struck, one edition.
    for (const appends of [0, 1, 2]) {
      await using town = await swappedTown();
      const powerIsBack = cutShort(town.office.store, appends);
      await expect(town.restate(2023, {}, 'r-1')).rejects.toMatchObject({ code: 'cut-short' });
      powerIsBack();
      await town.reopen();
      expect(await town.restate(2023, {}, 'r-1')).toMatchObject({ edition: 2, carriedForward: 1, repeated: false });
      expect((await town.audit(2023)).faults).toEqual([]);
    }
  });

  it('given moves that the cases took back themselves, there is nothing to restate', async () => {
    await using town = await swappedTown();
    await town.rectify('c-1', 2, 'void');
    await town.rectify('c-2', 2, 'void');
    await expect(town.restate(2023)).rejects.toMatchObject({ code: 'no-drift' });
    expect((await town.audit(2023)).sound).toBe(true);
  });
});
