import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { addDays, yearOf, type LocalDate } from '#kernel';
import { parseMapping, readRegister } from '#case-import';
import { OUTCOMES } from '#casework';
import { caseStream, openOffice, type Office } from '#office';
import { foundAgencies, request, somebody } from '../../../libs/office/testkit/busy-office.js';
import { importCases, type ImportOptions } from './import-cases.js';
import type { ImportReport } from './import-report.js';
import type { RegisterFiles } from './register-files.js';
import { csvOf } from './report-file.js';

const EXAMPLE = 'scenarios/case-register';
const MAPPING = parseMapping(JSON.parse(readFileSync(`${EXAMPLE}/mapping.json`, 'utf8')));

function filesOf(csv: string, mapping = MAPPING): RegisterFiles {
  const bytes = Buffer.from(csv);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { mapping, sheet: readRegister(bytes, mapping), file: { name: 'register.csv', sha256 } };
}

const example = () => filesOf(readFileSync(`${EXAMPLE}/register.csv`, 'utf8'));

const HEADS =
  '登记编号,收到日期,申请人类型,申请方式,补正告知日期,补正期限,收到补正日期,延期告知日期,办理结果,答复日期,答复文号,复议受理日期,复议审结日期,复议结果';

/** A register of these rows: number, receipt, kind, result, end. */
function register(...rows: readonly (readonly [string, string, string, string, string])[]): RegisterFiles {
  const lines = rows.map(
    ([number, received, kind, result, end]) => `${number},${received},${kind},当面,,,,,${result},${end},,,,`,
  );
  return filesOf(['台账', HEADS, ...lines].join('\n'));
}

describe('importing a register', () => {
  let office: Office;
  let runs = 0;
  beforeEach(async () => {
    office = await openOffice({ dataDir: null });
    await foundAgencies(office, ['town']);
  });
  afterEach(() => office.close());

  const run = (files: RegisterFiles, options: Partial<ImportOptions> = {}): Promise<ImportReport> =>
    importCases(office, files, {
      agency: 'town',
      request: request(somebody('head'), `run-${++runs}`),
      dryRun: false,
      strict: false,
      openingYear: null,
      signal: new AbortController().signal,
      ...options,
    });
  const table3 = async (year: number) => {
    await office.views.waitFor(await office.store.head());
    const { figures } = await office.years.year('town', year, '2021', somebody('auditor'));
    return figures.table3;
  };

  it('given the example with its dirt, takes over what is certain and lists the rest', async () => {
    const report = await run(example());
    expect(report.counts).toEqual({
      accepted: 7,
      alreadyRecorded: 0,
      refused: 7,
      differing: 0,
      passedOver: 2,
      notReached: 0,
    });
    expect(report.lines.map(({ row, field, verdict }) => [row, field ?? verdict])).toEqual([
      [7, 'receivedOn'],
      [10, 'repeated'],
      [11, 'caseNumber'],
      [12, 'caseNumber'],
      [13, 'receivedOn'],
      [14, 'outcome'],
      [15, 'endedOn'],
      [17, 'outcome'],
      [19, 'total'],
    ]);
    expect(await table3(2023)).toEqual(report.years.find(({ year }) => year === 2023)?.table3);
  });

  it('gives every event its source', async () => {
    const files = example();
    await run(files);
    const events = await office.store.read(caseStream('town.2023-002'), {});
    expect(events.map(({ type }) => type)).toEqual([
      'case.application-received',
      'case.receipt-confirmed',
      'case.correction-requested',
      'case.correction-received',
      'case.past-result-recorded',
    ]);
    for (const { metadata } of events) {
      expect(metadata.source).toMatchObject({
        file: 'register.csv',
        fileSha256: files.file.sha256,
        sheet: null,
        row: 6,
      });
    }
    expect(JSON.stringify(events)).not.toContain('丁');
  });

  it('twice is once', async () => {
    await run(example());
    const head = await office.store.head();
    const again = await run(example());
    expect(again).toMatchObject({ counts: { accepted: 0, alreadyRecorded: 7 }, entriesRecorded: 0 });
    expect(await office.store.head()).toBe(head);
  });

  it('given a changed row, reports the difference and changes nothing', async () => {
    await run(register(['1', '2023-3-1', '公民', '予以公开', '2023-3-9'], ['2', '2023-3-1', '公民', '在办', '']));
    const head = await office.store.head();
    const changed = register(['1', '2023-3-1', '公民', '撤回', '2023-3-9'], ['2', '2023-3-1', '公民', '在办', '']);
    expect(await run(changed, { dryRun: true })).toMatchObject({ counts: { differing: 1, alreadyRecorded: 1 } });
    expect(await run(changed)).toMatchObject({
      counts: { differing: 1, alreadyRecorded: 1 },
      lines: [{ row: 3, verdict: 'differs' }],
    });
    expect(await office.store.head()).toBe(head);
  });

  it('given another meaning of the same words, reports the difference', async () => {
    const files = register(['1', '2023-3-1', '公民', '予以公开', '2023-3-9']);
    await run(files);
    const words = { ...MAPPING.words, outcome: { 予以公开: 'granted_already_public' } };
    const other = { ...files, mapping: parseMapping({ ...MAPPING, words }) };
    expect(await run(other)).toMatchObject({ counts: { differing: 1 }, lines: [{ verdict: 'differs' }] });
  });

  it('given a case that was registered here, leaves it alone', async () => {
    await office.cases.record({
      step: 'receive-application',
      caseId: 'town.1',
      agency: 'town',
      body: { on: '2023-03-01', channel: 'in-person', applicantRef: 'p-1', applicantKind: 'other' },
      request: request(somebody('handler'), 'by-hand'),
    });
    const report = await run(register(['1', '2023-3-1', '公民', '在办', '']));
    expect(report).toMatchObject({ counts: { differing: 1 }, entriesRecorded: 0, lines: [{ verdict: 'taken' }] });
  });

  it('given a number that a case of another id bears, leaves it alone, and the dry run says so', async () => {
    await office.cases.record({
      step: 'receive-application',
      caseId: 'by-hand',
      agency: 'town',
      body: { on: '2023-03-01', channel: 'in-person', applicantRef: 'p-1', applicantKind: 'other', caseNumber: '1' },
      request: request(somebody('handler'), 'by-hand'),
    });
    for (const dryRun of [true, false]) {
      const report = await run(register(['1', '2023-3-1', '公民', '在办', '']), { dryRun });
      expect(report).toMatchObject({ counts: { differing: 1 }, entriesRecorded: 0, lines: [{ verdict: 'taken' }] });
    }
  });

  it('does not mind what people did with a case afterwards', async () => {
    const files = register(['1', '2023-3-1', '公民', '在办', '']);
    await run(files);
    await office.cases.record({
      step: 'withdraw-application',
      caseId: 'town.1',
      agency: null,
      body: { on: '2023-03-05', written: true, identityChecked: true },
      request: request(somebody('handler'), 'withdrawn'),
    });
    expect(await run(files)).toMatchObject({ counts: { alreadyRecorded: 1, differing: 0 } });
  });

  it('strict, records nothing where one row fails, and all where none does', async () => {
    const good = ['1', '2023-3-1', '公民', '予以公开', '2023-3-9'] as const;
    const head = await office.store.head();
    const stopped = await run(register(good, ['2', '2023-3', '公民', '在办', '']), { strict: true });
    expect(stopped).toMatchObject({ stopped: 'strict', counts: { accepted: 1, refused: 1 }, entriesRecorded: 0 });
    expect(await office.store.head()).toBe(head);
    expect(await run(register(good), { strict: true })).toMatchObject({ stopped: null, entriesRecorded: 2 });
  });

  it('with an opening balance, makes 上年结转 of the first year', async () => {
    const files = register(
      ['1', '2022-3-1', '公民', '予以公开', '2022-3-9'],
      ['2', '2022-12-20', '公民', '予以公开', '2023-1-9'],
      ['3', '2022-12-28', '企业', '在办', ''],
      ['4', '2023-2-1', '公民', '予以公开', '2023-2-9'],
    );
    const report = await run(files, { openingYear: 2023 });
    expect(report).toMatchObject({
      counts: { accepted: 3, passedOver: 1 },
      lines: [{ row: 3, verdict: 'ended-before-opening' }],
    });
    expect(await table3(2023)).toMatchObject({
      new: [1, 0, 0, 0, 0, 0, 1],
      carriedIn: [1, 1, 0, 0, 0, 0, 2],
      resolvedTotal: [2, 0, 0, 0, 0, 0, 2],
      carriedOut: [0, 1, 0, 0, 0, 0, 1],
    });
    const { results } = await office.years.judged('town', 2023, '2021', somebody('auditor'));
    expect(results.find(({ rule }) => rule === 'V5')).toMatchObject({ status: 'not-applicable' });
  });

  it('interrupted and run again, ends as if it had not been', async () => {
    const rows = Array.from({ length: 40 }, (_, at) => [`${at}`, '2023-3-1', '公民', '予以公开', '2023-3-9'] as const);
    const abort = new AbortController();
    const files = register(...rows);
    const first = run(files, { signal: abort.signal });
    setTimeout(() => abort.abort(), 1);
    const { counts } = await first;
    expect((await run(files)).counts.accepted + counts.accepted).toBe(40);
    expect(await run(files)).toMatchObject({ counts: { alreadyRecorded: 40 } });
  });

  it('of any register: the dry run accepts what the run accepts, twice is once, and the tables are a count by hand (property)', async () => {
    const day = fc.nat(900).map((days) => addDays('2021-10-01', days));
    const dirt = fc.constantFrom('', '2023.1.1（补正后）', '23-1-1');
    const row = fc.record({
      number: fc.nat(30),
      received: fc.oneof({ weight: 8, arbitrary: day }, { weight: 1, arbitrary: dirt }),
      days: fc.integer({ min: -3, max: 300 }),
      kind: fc.constantFrom('公民', '企业', '其他', '某类'),
      result: fc.constantFrom('予以公开', '部分公开', '撤回', '信访事项', '在办', '在办', '无此用语'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(row, { maxLength: 25 }), async (rows) => {
        await office.close();
        office = await openOffice({ dataDir: null });
        await foundAgencies(office, ['town']);
        const cells = rows.map(({ number, received, days, kind, result }) => {
          const end = result === '在办' || !/^\d{4}-/.test(received) ? '' : addDays(received as LocalDate, days);
          return [`${number}`, received, kind, result, end] as const;
        });
        const files = register(...cells);
        const dry = await run(files, { dryRun: true });
        const real = await run(files);
        expect({ ...real, dryRun: true, entriesRecorded: 0 }).toEqual(dry);
        const head = await office.store.head();
        await run(files);
        expect(await office.store.head()).toBe(head);
        const untaken = new Set(real.lines.map((line) => line.row));
        const taken = cells.filter((_cells, at) => !untaken.has(at + 3));
        expect(real.counts.accepted).toBe(taken.length);
        for (const year of [2022, 2023]) expect(await table3(year)).toEqual(await naive(taken, year));
      }),
      { numRuns: 25, seed: 16 },
    );

    async function naive(taken: readonly (readonly [string, string, string, string, string])[], year: number) {
      const zeros = Object.fromEntries(Object.keys(await table3(2050)).map((name) => [name, [0, 0, 0, 0, 0, 0, 0]]));
      const add = (name: string, kind: string) => {
        const column = { 公民: 0, 企业: 1, 其他: 5 }[kind]!;
        zeros[name]![column]!++;
        zeros[name]![6]!++;
      };
      for (const [, received, kind, result, end] of taken) {
        const came = yearOf(received as LocalDate);
        const ended = end === '' ? Infinity : yearOf(end as LocalDate);
        if (came === year) add('new', kind);
        if (came < year && ended >= year) add('carriedIn', kind);
        if (ended === year) add('resolvedTotal', kind);
        if (ended === year) add(OUTCOMES[MAPPING.words.outcome[result] as keyof typeof OUTCOMES].rows['2021'], kind);
        if (came <= year && ended > year) add('carriedOut', kind);
      }
      return zeros;
    }
  });
});

describe('the report as CSV', () => {
  it('has no cell that a spreadsheet takes for a formula', () => {
    const line = {
      row: 1,
      caseNumber: '=1+1',
      verdict: 'refused',
      field: null,
      column: '@SUM',
      value: '+86',
      reason: '"引号",逗号',
    } as const;
    expect(csvOf([line])).toContain(`1,'=1+1,不能登记,,'@SUM,'+86,"""引号"",逗号"`);
  });
});
