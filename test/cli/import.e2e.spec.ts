import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { documentOf, gongkai, Workplace, type RunOptions } from './cli.testkit.js';

const REGISTER = 'scenarios/case-register/register.csv';
const MAPPING = 'scenarios/case-register/mapping.json';

describe('gongkai import cases', () => {
  let place: Workplace;
  beforeEach(async () => {
    place = new Workplace();
    const body = { on: '2008-05-01', name: '某镇人民政府', level: 'town', parentId: null };
    const found = { command: 'found-agency', actor: 'op', role: 'operator', agency: 'demo-town', body };
    expect(await gongkai(['play', place.file('found.jsonl', [found]), '--data', place.data])).toMatchObject({
      code: 0,
    });
  });
  afterEach(() => place.clear());

  const importing = (file: string, words: readonly string[] = [], mapping = MAPPING, options: RunOptions = {}) => {
    const fixed = ['--mapping', mapping, '--agency', 'demo-town', '--actor', 'head-1', '--data', place.data];
    return gongkai(['import', 'cases', file, ...fixed, ...words], options);
  };

  it('shows what would happen, then does it, then has nothing left to do', async () => {
    const report = join(place.directory, 'report.csv');
    const dry = await importing(REGISTER, ['--dry-run', '--report', report]);
    expect(dry.code).toBe(1);
    expect(dry.stdout).toContain(
      '第 7 行 2023-003 “收到日期”：日期之外还有其他文字'.replace('收到日期', '收 到 日 期'),
    );
    expect(dry.stdout).toContain('一、本年新收政府信息公开申请数量');
    expect(dry.stdout).toContain(
      '可登记 7 件，此前已登记 0 件，不能登记 7 行，与已有记录不同 0 件，略过 2 行\n只作核对，没有登记',
    );
    expect(readFileSync(report, 'utf8')).toContain('7,2023-003,不能登记,receivedOn,收 到 日 期,2023.3.4（补正后）,');

    const first = documentOf(await importing(REGISTER, ['--json']));
    expect(first).toMatchObject({ counts: { accepted: 7, refused: 7 }, entriesRecorded: 21 });
    const again = documentOf(await importing(REGISTER, ['--json']));
    expect(again).toMatchObject({ counts: { accepted: 0, alreadyRecorded: 7 }, entriesRecorded: 0 });
    const history = await gongkai(['case', 'history', 'demo-town.2023-002', '--data', place.data]);
    expect(history.stdout).toContain('register.csv 第 6 行');
    expect(await gongkai(['log', 'verify', '--data', place.data])).toMatchObject({ code: 0 });
  });

  it('killed at any moment and run again, ends with every row recorded once', async () => {
    const rows = Array.from({ length: 600 }, (_, at) => `${at},2023-3-1,公民,EMS,,,,,予以公开,2023-3-9,,,,`);
    const heads =
      '编号,收到日期,申请人类型,申请方式,补正告知日期,补正期限,收到补正日期,延期告知日期,办理结果,答复日期,答复文号,复议受理日期,复议审结日期,复议结果';
    const file = place.file('register.csv', ['台账', heads, ...rows]);
    const wal = join(place.data, 'log.db-wal');
    let kills = 0;
    for (const bytes of [1, 400_000]) {
      const run = await importing(file, ['--json'], MAPPING, {
        whileRunning: (child) => {
          const timer = setInterval(() => {
            if ((statSync(wal, { throwIfNoEntry: false })?.size ?? 0) < bytes) return;
            clearInterval(timer);
            child.kill('SIGKILL');
          }, 2);
          child.on('exit', () => clearInterval(timer));
        },
      });
      kills += run.signal === 'SIGKILL' ? 1 : 0;
    }
    expect(kills).toBeGreaterThan(0);
    const last = documentOf(await importing(file, ['--json'])) as {
      counts: { accepted: number; alreadyRecorded: number };
    };
    expect(last.counts.accepted + last.counts.alreadyRecorded).toBe(600);
    const again = documentOf(await importing(file, ['--json']));
    expect(again).toMatchObject({ counts: { alreadyRecorded: 600, refused: 0 }, entriesRecorded: 0 });
  });

  it('given files that cannot be used, says which and why, and ends with 2', async () => {
    const mapping = JSON.parse(readFileSync(MAPPING, 'utf8')) as { columns: object };
    const missing = place.file('missing.json', [
      { ...mapping, columns: { ...mapping.columns, feeNoticeOn: '收费日期' } },
    ]);
    const unknown = place.file('unknown.json', [{ ...mapping, words: { outcome: { 公开: 'granted' } } }]);
    const cases: readonly (readonly [string, string, RegExp])[] = [
      [place.bytes('cut.xlsx', Buffer.from('PK\u0003\u0004cut')), MAPPING, /register-file-unreadable.*已损坏/],
      [place.bytes('page.xls', Buffer.from('<html>')), MAPPING, /register-file-unreadable.*网页/],
      [REGISTER, missing, /register-columns-missing.*收费日期.*现有：登记编号/],
      [REGISTER, unknown, /register-mapping-invalid.*granted_provided/],
    ];
    for (const [file, with_, message] of cases) {
      const run = await importing(file, [], with_);
      expect([file, run.code]).toEqual([file, 2]);
      expect(run.stderr).toMatch(message);
      expect(run.stderr).not.toMatch(/\n\s+at /);
    }
  });

  it('asks for who vouches, for a file that is there, for a known agency, for a report that can be written', async () => {
    const words = ['import', 'cases', REGISTER, '--mapping', MAPPING, '--data', place.data];
    expect(await gongkai([...words, '--agency', 'demo-town'])).toMatchObject({ code: 2 });
    expect(await gongkai([...words, '--agency', 'elsewhere', '--actor', 'h'])).toMatchObject({ code: 1 });
    expect(await importing(REGISTER, ['--report', join(place.directory, 'no', 'report.csv')])).toMatchObject({
      code: 2,
    });
    expect(await importing('nowhere.csv')).toMatchObject({ code: 2 });
  });
});
