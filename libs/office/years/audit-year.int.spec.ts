import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { foundAgencies, keepBusy, request, somebody } from '../testkit/busy-office.js';
import { ACCEPTANCE, Town } from '../testkit/town.js';
import type { Office } from '../office.js';
import { openOffice } from '../open-office.js';

const carry = (town: Town, caseId: string, year: number) =>
  town.office.cases.record({
    step: 'carry-forward',
    caseId,
    agency: null,
    body: { on: `${year}-12-31`, fromYear: year, intoYear: year + 1 },
    request: request(somebody('operator'), `carry-${caseId}`),
  });

describe('the audit of a year', () => {
  it('given random years, closed one after another, finds nothing', async () => {
    await using town = await Town.open();
    await town.openRegisters(2021);
    await keepBusy(town.office, ['town'], 3, 600);
    for (const year of [2021, 2022, 2023]) {
      const before = await town.audit(year);
      expect(before).toMatchObject({ carryForward: null, editions: [], sound: true, faults: [] });
      expect(before.cases).toBeGreaterThan(20);
      const { carriedForward, digest } = await town.close(year);
      expect(await town.audit(year)).toMatchObject({
        cells: 201,
        carryForward: { stated: carriedForward, derived: carriedForward, missing: [], surplus: [] },
        editions: [{ edition: 1, digest, ofTables: digest }],
        sound: true,
        faults: [],
      });
    }
  });

  it('given drift, says so with cases and cells, and which statements it leaves without ground', async () => {
    await using town = await Town.open();
    await town.openRegisters(2023);
    await town.receive('c-1', '2023-11-01');
    await town.close(2023);
    await town.withdraw('c-1', '2023-12-01');
    await town.receive('c-2', '2023-12-01');

    const drifted = await town.audit(2023);
    expect(drifted.carryForward).toEqual({
      stated: 1,
      derived: 1,
      missing: [{ caseId: 'c-2', explainedBy: 'drift' }],
      surplus: [{ caseId: 'c-1', explainedBy: 'drift' }],
    });
    expect(drifted.sound).toBe(false);
    expect(drifted.faults.map(({ check, caseIds }) => [check, ...caseIds])).toEqual([
      ['drift', 'c-1', 'c-2'],
      ['carry-forward', 'c-2'],
      ['carry-forward', 'c-1'],
    ]);
    expect(drifted.faults[0]!.cells).toContain('table3/new/total');

    await town.accept(2023);
    const accepted = await town.audit(2023);
    expect(accepted).toMatchObject({ sound: true, faults: [] });
    const { on, reason, approvedBy } = ACCEPTANCE;
    expect(accepted.adjustment).toMatchObject({ edition: 1, on, reason, approvedBy });
    expect(accepted.adjustment?.cells).toContainEqual({
      cell: 'table3/new/total',
      label: '一、本年新收政府信息公开申请数量“总计”',
      published: 1,
      now: 2,
    });
    expect(accepted.adjustment?.cells.map(({ cell }) => cell)).toEqual(drifted.faults[0]!.cells);
    expect(drifted.adjustment).toBeNull();
    expect(accepted.carryForward).toMatchObject({
      missing: [{ caseId: 'c-2', explainedBy: 'adjustment' }],
      surplus: [{ caseId: 'c-1', explainedBy: 'adjustment' }],
    });
  });

  it('given a statement struck by hand, names the case that nothing explains, until it is made again', async () => {
    await using town = await Town.open();
    await town.openRegisters(2023);
    await town.receive('c-1', '2023-11-01');
    await town.receive('c-2', '2024-11-01');
    await town.close(2023);
    expect((await town.audit(2023)).adjustment).toBeNull();
    await town.rectify('c-1', 1, 'void');
    expect((await town.audit(2023)).faults).toEqual([
      {
        check: 'carry-forward',
        message: '年末未办结而没有结转记录的案件',
        caseIds: ['c-1'],
        cells: ['table3/carriedOut/total'],
      },
    ]);
    await carry(town, 'c-1', 2023);
    expect((await town.audit(2023)).sound).toBe(true);
  });

  it('given a statement about a case that was put right out of the year and never moved its figures, names it', async () => {
    await using town = await Town.open();
    await town.openRegisters(2023);
    await town.close(2023);
    await town.receive('c-1', '2024-12-01');
    await town.rectify('c-1', 0, { on: '2023-12-01', receivedOn: '2023-12-01' });
    await carry(town, 'c-1', 2023);
    await town.rectify('c-1', 1, 'void');
    const { sound, faults, carryForward } = await town.audit(2023);
    expect(carryForward).toEqual({
      stated: 1,
      derived: 0,
      missing: [],
      surplus: [{ caseId: 'c-1', explainedBy: null }],
    });
    expect(sound).toBe(false);
    expect(faults).toMatchObject([{ check: 'carry-forward', message: '有结转记录而年末并非未办结的案件' }]);
  });

  it('given an edition whose digest is not that of its tables, names both', async () => {
    await using town = await Town.open();
    await town.openRegisters(2023);
    await town.close(2023);
    const [edition] = (await town.office.books.booksOf('town', 2023)).books.editions;
    const forged = { ...edition!, year: 2024, tables: { ...edition!.tables }, digest: 'f'.repeat(64) };
    await town.office.books.publish(forged, request(somebody('operator'), 'forged'));
    const { faults } = await town.audit(2024);
    expect(faults.filter(({ check }) => check === 'digest')).toEqual([
      expect.objectContaining({
        message: expect.stringMatching(/^第 1 版所载摘要 f{64} 与其各表的摘要 [0-9a-f]{64} 不符$/),
      }),
    ]);
  });

  it('is made by people of its scope, for agencies that exist', async () => {
    await using town = await Town.open();
    const { auditor } = town.office;
    await expect(auditor.audit('nowhere', 2023, somebody('auditor'))).rejects.toMatchObject({ code: 'not-found' });
    const stranger = { ...somebody('auditor'), agencies: ['elsewhere'] };
    await expect(auditor.audit('town', 2023, stranger)).rejects.toMatchObject({ code: 'outside-scope' });
  });
});

describe('the audit of damaged counters', () => {
  let office: Office;
  beforeEach(async () => {
    office = await openOffice({ dataDir: null });
    await foundAgencies(office, ['town']);
    const body = { on: '2023-11-01', channel: 'in-person', applicantRef: 'p-1', applicantKind: 'natural-person' };
    const asked = request(somebody('handler'), 'receive');
    await office.cases.record({ step: 'receive-application', caseId: 'c-1', agency: 'town', body, request: asked });
    await office.views.waitFor(await office.store.head());
  });
  afterEach(() => office.close());

  it('names the cells whose lists do not recount, by two ways of counting', async () => {
    office.views.statistics.db.exec("UPDATE counter SET value = 2 WHERE item = 'new'");
    const { faults, sound } = await office.auditor.audit('town', 2023, somebody('auditor'));
    expect(sound).toBe(false);
    const wrong = ['new', 'carriedOut'].flatMap((row) => [`table3/${row}/natural-person`, `table3/${row}/total`]);
    for (const check of ['partition', 'lists']) {
      const found = faults.filter((fault) => fault.check === check);
      expect(found.flatMap(({ cells }) => cells)).toEqual(wrong);
    }
    expect(faults[4]!.message).toBe('一、本年新收政府信息公开申请数量“自然人”为 2，而清单逐件点数为 1');
  });
});
