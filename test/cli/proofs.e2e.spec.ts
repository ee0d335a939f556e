import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentOf, gongkai, Workplace } from './cli.testkit.js';
import { closing, found, granted, openings, received, rectifiedKind } from './lines.testkit.js';

const YEAR = ['--agency', 'town', '--year', '2024'];
const DECISION = ['--approved-by', 'zhao-liu', '--on', '2025-03-01', '--actor', 'zheng-shi'];

/** 2024 closed with a granted and an open case; then the applicant of the first one turns out to be an enterprise. */
describe('what can be checked from the command line', () => {
  const place = new Workplace();
  const run = (...words: string[]) => gongkai([...words, '--data', place.data]);
  beforeAll(async () => {
    const lines = [found, ...openings, received('C-1'), ...granted('C-1'), received('C-2'), closing];
    await run('play', place.file('a.jsonl', [...lines, rectifiedKind('C-1')]));
  });
  afterAll(() => place.clear());

  describe('a case', () => {
    it('replay: as recorded and as corrected, up to a record, up to a day, as known at an instant', async () => {
      const state = async (...words: string[]) =>
        (documentOf(await run('case', 'replay', 'C-1', '--json', ...words)) as { reading: object | null }).reading;
      expect(await state()).toMatchObject({ status: 'closed', state: { applicantKind: 'commercial-enterprise' } });
      expect(await state('--as', 'recorded')).toMatchObject({ state: { applicantKind: 'natural-person' } });
      expect(await state('--revision', '1')).toMatchObject({ status: 'decision-proposed', entries: [{}, {}] });
      expect(await state('--on', '2024-03-01')).toMatchObject({
        status: 'in-progress',
        clock: { due: '2024-03-29' },
        state: { applicantKind: 'commercial-enterprise' },
      });
      expect(await state('--known-at', '2025-01-01T00:00:00.000Z')).toMatchObject({
        state: { applicantKind: 'natural-person' },
      });
      expect(await state('--known-at', '2024-01-31T00:00:00.000Z')).toBeNull();
      expect(await state('--known-at', '2025-01-01 08:00')).toEqual(
        await state('--known-at', '2025-01-01T00:00:00.000Z'),
      );
    });

    it('replay: in Chinese, with steps, records, documents and the clock', async () => {
      const { code, stdout } = await run('case', 'replay', 'C-1', '--revision', '3');
      expect(code).toBe(0);
      for (const part of ['C-1（读到第 3 条记录，按更正后的记录）', '已办结', '示公开答〔2024〕1号', '期限：']) {
        expect(stdout).toContain(part);
      }
      const corrected = (await run('case', 'replay', 'C-1')).stdout;
      expect(corrected).toMatch(/收到申请\s+zhang-san\s+\S+\s+由第 4 条更正/);
      expect(corrected).toContain('\n      申请人情况：商业企业\n');
      expect(corrected).toContain('\n      更正“申请人情况”：自然人 → 商业企业\n');
      const asWritten = (await run('case', 'history', 'C-1')).stdout;
      expect(asWritten).toContain('\n      申请人情况：自然人\n');
      expect(asWritten).toMatch(/收到申请\s+zhang-san\s+\S+\s+\S+\s+由第 4 条更正\n/);
      const early = await run('case', 'replay', 'C-1', '--known-at', '2024-01-31T00:00:00.000Z');
      expect(early.stdout).toContain('此时尚未登记');
    });

    it('diff: what a rectification changed, and that nothing differs from itself', async () => {
      const { stdout } = await run('case', 'diff', 'C-1', '--from', 'revision=3');
      expect(stdout).toContain('申请人情况：自然人 → 商业企业');
      const { differences } = documentOf(await run('case', 'diff', 'C-1', '--from', 'revision=3', '--json')) as {
        differences: object[];
      };
      expect(differences).toContainEqual(
        expect.objectContaining({
          path: 'state.applicantKind',
          before: 'natural-person',
          after: 'commercial-enterprise',
        }),
      );
      expect((await run('case', 'diff', 'C-1', '--from', 'now')).stdout).toContain('没有差别');
      const back = await run('case', 'diff', 'C-1', '--from', 'now', '--to', 'as=recorded');
      expect(back.stdout).toContain('申请人情况：商业企业 → 自然人');
    });

    it('due: then and now', async () => {
      expect(documentOf(await run('case', 'due', 'C-1', '--json'))).toMatchObject({
        endedOn: '2024-03-13',
        then: { due: '2024-03-29', late: false },
        now: { due: '2024-03-29', late: false },
      });
      expect((await run('case', 'due', 'C-1')).stdout).toMatch(
        /办结当时（2024-03-13）\s+2024-03-29（CN-2024-1）\s+未逾期/,
      );
      expect((await run('case', 'due', 'C-2')).stdout).toMatch(/尚未办结[^]*现在\s+2024-03-29（CN-2024-1）\s+未答复/);
    });

    it('cells: every cell of every year, with the records behind it', async () => {
      const words = ['case', 'cells', 'C-2', '--to-year', '2025'];
      const { years } = documentOf(await run(...words, '--json')) as {
        years: { year: number; cells: { cell: string }[] }[];
      };
      expect(years.map(({ year }) => year)).toEqual([2024, 2025]);
      expect(years[1]!.cells.map(({ cell }) => cell)).toContain('table3/carriedIn/natural-person');
      expect((await run(...words)).stdout).toMatch(/2024\s+一、本年新收\S+“总计”\s+0 收到申请\s+table3\/new\/total/);
    });
  });

  describe('a year', () => {
    const total = async (...words: string[]) =>
      (documentOf(await run('year', 'tables', ...YEAR, '--json', ...words)) as { table3: { new: number[] } }).table3
        .new;

    it('tables: as known at an instant and at a position', async () => {
      expect(await total()).toEqual([1, 1, 0, 0, 0, 0, 2]);
      expect(await total('--known-at', '2025-01-31T00:00:00.000Z')).toEqual([2, 0, 0, 0, 0, 0, 2]);
      const { entries } = documentOf(await run('case', 'history', 'C-2', '--json')) as {
        entries: { position: string }[];
      };
      const position = entries[0]!.position;
      expect(await total('--known-position', position)).toEqual([2, 0, 0, 0, 0, 0, 2]);
      const { stdout } = await run('year', 'tables', ...YEAR, '--known-position', position);
      expect(stdout).toContain(`以事件库位置 ${position} 以前的为准，摘要（SHA-256）`);
    });

    it('cell: from a figure to its cases and their records, page by page', async () => {
      const words = ['year', 'cell', 'table3/new/total', ...YEAR, '--limit', '1'];
      const first = await run(...words);
      expect(first.stdout).toContain('一、本年新收政府信息公开申请数量“总计”：2');
      expect(first.stdout).toMatch(/C-1\s+0\s+2024-03-01\s+收到申请/);
      expect(first.stdout).not.toContain('C-2');
      const cursor = /--cursor (\S+)/.exec(first.stdout)![1]!;
      expect(documentOf(await run(...words, '--cursor', cursor, '--json'))).toMatchObject({
        cell: 'table3/new/total',
        value: 2,
        cases: [{ caseId: 'C-2' }],
        next: null,
      });
      const register = await run('year', 'cell', 'table2/regulations/inForce', ...YEAR);
      expect(register.stdout).toMatch(/规章“现行有效件数”：0\n\n[^]*town\s+2024\s+0\s+2024-01-01\s+\S+\s+\+0/);
      expect((await run('year', 'late', ...YEAR)).stdout).toContain('没有逾期的答复');
    });

    it('drift: cells, old and new values, causing records; exit code 1 while it is not settled', async () => {
      const { code, stdout } = await run('year', 'drift', ...YEAR);
      expect(code).toBe(1);
      expect(stdout).toMatch(/一、本年新收\S+“商业企业”\s+0\s+1\s+table3\/new\/commercial-enterprise/);
      expect(stdout).toContain('案件 C-1：');
      expect(stdout).toMatch(/第 4 条 更正记录，事实日期 2025-02-10/);
      const audit = await run('year', 'audit', ...YEAR);
      expect(audit.code).toBe(1);
      expect(audit.stdout).toContain('差异：现有数字与已公布的第 1 版不同');
    });

    it('accept-drift: then it is an adjustment, and drift and audit are quiet', async () => {
      const words = ['year', 'accept-drift', ...YEAR, '--reason', '差额甚小', ...DECISION];
      const own = await run(...words, '--actor', 'zhao-liu');
      expect(own.code).toBe(1);
      expect(own.stderr).toContain('four-eyes');
      expect(await run(...words)).toMatchObject({ code: 0 });
      const drift = await run('year', 'drift', ...YEAR);
      expect(drift.code).toBe(0);
      expect(drift.stdout).toContain('已于 2025-03-01 认可为调整（批准人 zhao-liu：差额甚小）');
      const audit = await run('year', 'audit', ...YEAR);
      expect(audit.code).toBe(0);
      expect(audit.stdout).toContain('没有问题');
      expect(audit.stdout).toContain('第 1 版不同之处已认可为调整：2025-03-01，批准人 zhao-liu，理由：差额甚小');
      expect(audit.stdout).toMatch(/ {2}一、本年新收\S+“商业企业”：0 → 1/);
      expect((await run(...words)).stderr).toContain('no-drift');
    });

    it('restate: another edition; both stay readable and verifiable', async () => {
      const words = ['--reason', 'data-entry-error', '--explanation', '申请人类别录错', ...DECISION];
      const restated = await run('year', 'restate', ...YEAR, ...words, '--json');
      expect(restated.code).toBe(0);
      const { edition, differences } = documentOf(restated) as { edition: number; differences: object[] };
      expect(edition).toBe(2);
      expect(differences).toHaveLength(6);
      expect(differences[0]).toMatchObject({
        cell: 'table3/new/natural-person',
        label: '一、本年新收政府信息公开申请数量“自然人”',
        published: 2,
        now: 1,
      });
      const { editions } = documentOf(await run('year', 'editions', ...YEAR, '--json')) as {
        editions: { edition: number; digest: string }[];
      };
      expect(editions.map(({ edition }) => edition)).toEqual([1, 2]);
      for (const { edition, digest } of editions) {
        const verified = await run('year', 'verify', ...YEAR, '--edition', String(edition), '--json');
        expect(verified.code).toBe(0);
        expect(documentOf(verified)).toMatchObject({ edition, equal: true, publishedDigest: digest });
      }
      const first = documentOf(await run('year', 'editions', ...YEAR, '--edition', '1', '--json'));
      expect(first).toMatchObject({ edition: 1, tables: { table3: { new: [2, 0, 0, 0, 0, 0, 2] } } });
      const listed = (await run('year', 'editions', ...YEAR)).stdout;
      expect(listed).toMatch(/2\s+2025-03-01\s+2021\s+1\s+录入有误/);
      expect(listed).toContain('第 1 版的差异于 2025-03-01 认可为调整');
      const second = (await run('year', 'editions', ...YEAR, '--edition', '2')).stdout;
      expect(second).toContain('重述：录入有误；申请人类别录错（批准人 zhao-liu）');
      expect((await run('year', 'drift', ...YEAR)).stdout).toContain('第 2 版：现有数字与公布的相同');
    });
  });
});
