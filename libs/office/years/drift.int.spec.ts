import { describe, expect, it } from '@jest/globals';
import { keepBusy, LATE, somebody } from '../testkit/busy-office.js';
import { Town } from '../testkit/town.js';

const total = (row: string) => `table3/${row}/total`;
const cellsOf = (drift: { readonly cells: readonly { readonly cell: string }[] }) =>
  drift.cells.map(({ cell }) => cell);

describe('drift of a closed year', () => {
  it('given nothing new, is none; facts of later years are none either', async () => {
    await using town = await Town.open();
    await town.openRegisters(2023);
    await town.receive('c-1', '2023-11-01');
    await town.close(2023);
    await town.receive('c-2', '2024-02-01');
    await town.withdraw('c-1', '2024-02-01');
    await town.enter('record-fees', { on: '2024-03-01', amountFen: 100 });
    expect(await town.drift(2023)).toMatchObject({
      edition: 1,
      drifted: false,
      cells: [],
      causes: [],
      acceptedBy: null,
    });
  });

  it('given a case entered late, names the cells in the words of the form, old and new, and the entry that did it', async () => {
    await using town = await Town.open();
    await town.openRegisters(2023);
    await town.receive('c-1', '2023-11-01');
    const { position } = await town.close(2023);
    const late = await town.receive('c-2', '2023-11-02', 'commercial-enterprise');

    const drift = await town.drift(2023);
    expect(drift).toMatchObject({ drifted: true, edition: 1, causesInAll: 1 });
    expect(drift.cells).toEqual([
      {
        cell: 'table3/new/commercial-enterprise',
        label: '一、本年新收政府信息公开申请数量“商业企业”',
        published: 0,
        now: 1,
      },
      { cell: total('new'), label: '一、本年新收政府信息公开申请数量“总计”', published: 1, now: 2 },
      expect.objectContaining({ cell: 'table3/carriedOut/commercial-enterprise', published: 0, now: 1 }),
      expect.objectContaining({ cell: total('carriedOut'), published: 1, now: 2 }),
    ]);
    expect(drift.causes).toEqual([
      {
        kind: 'case',
        caseId: 'c-2',
        events: [
          {
            position: late.position,
            revision: 0,
            type: 'case.application-received',
            label: expect.any(String),
            on: '2023-11-02',
            recordedAt: LATE,
          },
        ],
        moved: drift.cells.map(({ cell, label }) => ({ cell, label, by: 1 })),
      },
    ]);
    expect(late.position > position).toBe(true);
  });

  it('given cases that the edition has already, the last entry before it included, blames only what came behind it', async () => {
    await using town = await Town.open();
    await town.openRegisters(2023);
    await town.receive('c-1', '2023-11-01');
    const last = await town.withdraw('c-1', '2023-12-01');
    expect(await town.close(2023)).toMatchObject({ position: last.position });
    await town.receive('c-2', '2023-11-02');
    expect((await town.drift(2023)).causes).toMatchObject([{ caseId: 'c-2' }]);
  });

  it('given an ending rectified from January into December, moves the ended case between the years', async () => {
    await using town = await Town.open();
    await town.openRegisters(2023);
    await town.receive('c-1', '2023-12-01');
    const ended = await town.withdraw('c-1', '2024-01-03');
    await town.close(2023);
    await town.close(2024);
    await town.rectify('c-1', ended.revision, { on: '2023-12-29' });

    const [before, after] = [await town.drift(2023), await town.drift(2024)];
    expect(cellsOf(before).filter((cell) => cell.endsWith('total'))).toEqual(
      ['other.other', 'resolvedTotal', 'carriedOut'].map(total),
    );
    expect(before.causes[0]).toMatchObject({ caseId: 'c-1', events: [{ type: 'case.entry-rectified' }] });
    expect(cellsOf(after).filter((cell) => cell.endsWith('total'))).toEqual(
      ['carriedIn', 'other.other', 'resolvedTotal'].map(total),
    );
  });

  it('given a change that a later one takes back, is none', async () => {
    await using town = await Town.open();
    await town.openRegisters(2023);
    await town.receive('c-1', '2023-11-01');
    await town.close(2023);
    await town.withdraw('c-1', '2023-12-01');
    expect((await town.drift(2023)).drifted).toBe(true);
    await town.rectify('c-1', 2, 'void');
    expect(await town.drift(2023)).toMatchObject({ drifted: false, cells: [], causes: [], causesInAll: 0 });
  });

  it('given one case taken back and one not, names only the one that counts', async () => {
    await using town = await Town.open();
    await town.openRegisters(2023);
    await town.receive('c-1', '2023-11-01');
    await town.close(2023);
    await town.withdraw('c-1', '2023-12-01');
    await town.rectify('c-1', 2, 'void');
    await town.receive('c-2', '2023-11-02');
    expect((await town.drift(2023)).causes).toMatchObject([{ caseId: 'c-2' }]);
  });

  it('given register entries of the year and of the year before, names both registers and what each moved', async () => {
    await using town = await Town.open();
    await town.openRegisters(2022);
    await town.enter('record-documents', { on: '2023-02-01', kind: 'regulations', movement: 'made', count: 1 });
    await town.close(2023);
    const made = { kind: 'regulations', movement: 'made', count: 2 };
    await town.enter('record-documents', { on: '2022-05-01', ...made });
    await town.enter('record-fees', { on: '2023-05-01', amountFen: 1_234_500 });
    await town.enter('record-publications', { on: '2023-05-02', channel: '网站/专栏', count: 3 });

    const drift = await town.drift(2023);
    expect(drift.cells).toEqual([
      { cell: 'table2/regulations/inForce', label: '规章“现行有效件数”', published: 1, now: 3 },
      { cell: 'table2/fees/amount10k', label: '行政事业性收费“本年收费金额”', published: '0', now: '1.2345' },
      { cell: 'sectionOne/total', label: '一、总体情况 主动公开条数合计', published: 0, now: 3 },
      { cell: 'sectionOne/["网站/专栏"]', label: '一、总体情况“网站/专栏”条数', published: null, now: 3 },
      {
        cell: 'sectionOne/["网站/专栏",null]',
        label: '一、总体情况“网站/专栏”之“未分类”条数',
        published: null,
        now: 3,
      },
    ]);
    expect(drift.causes).toMatchObject([
      { kind: 'register', year: 2022, moved: [{ cell: 'table2/regulations/inForce', by: null }] },
      { kind: 'register', year: 2023, events: [{ on: '2023-05-01' }, { on: '2023-05-02' }] },
    ]);
    expect(drift.causes[1]!.moved.map(({ cell }) => cell)).toEqual(cellsOf(drift).slice(1));
  });

  it('given more causes than asked for, tells the first ones and how many there are', async () => {
    await using town = await Town.open();
    await town.openRegisters(2023);
    await town.close(2023);
    for (const caseId of ['c-3', 'c-1', 'c-2']) await town.receive(caseId, '2023-11-02');
    expect(await town.drift(2023, 2)).toMatchObject({ causes: [{ caseId: 'c-3' }, { caseId: 'c-1' }], causesInAll: 3 });
  });

  it('given a thousand random late steps, what the causes moved adds up to every difference', async () => {
    await using town = await Town.open();
    const years = [2021, 2022, 2023];
    await town.openRegisters(...years);
    await keepBusy(town.office, ['town'], 7, 500);
    for (const year of years) await town.close(year);
    await keepBusy(town.office, ['town'], 8, 500);

    let differences = 0;
    for (const year of years) {
      const drift = await town.drift(year, 10_000);
      const moved = new Map<string, number>();
      for (const cause of drift.causes) {
        for (const { cell, by } of cause.moved) moved.set(cell, (moved.get(cell) ?? 0) + by!);
      }
      const added = [...moved].filter(([, by]) => by !== 0).sort();
      expect(added).toEqual(
        drift.cells.map(({ cell, published, now }) => [cell, Number(now) - Number(published)]).sort(),
      );
      differences += drift.cells.length;
      const { position } = await town.office.editions.edition('town', year, 1, somebody('auditor'));
      expect(drift.causes.flatMap(({ events }) => events).every((event) => event.position > position)).toBe(true);
    }
    expect(differences).toBeGreaterThan(10);
  });

  it('is asked for a closed year of a known agency, by somebody of its scope', async () => {
    await using town = await Town.open();
    await expect(town.drift(2023)).rejects.toMatchObject({ code: 'year-not-closed', kind: 'refused' });
    const { drift } = town.office;
    await expect(drift.drift('nowhere', 2023, somebody('auditor'))).rejects.toMatchObject({ code: 'not-found' });
    const stranger = { ...somebody('auditor'), agencies: ['elsewhere'] };
    await expect(drift.drift('town', 2023, stranger)).rejects.toMatchObject({ code: 'outside-scope' });
  });
});
