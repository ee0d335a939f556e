import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { CITY_2020, CITY_2025, reportOf } from '../../annual-report/testkit/reports.js';
import { hostileReport } from '../../annual-report/testkit/hostile.js';
import { writeReportFiles } from './write-report-files.js';

const digestsOf = async (report: Parameters<typeof writeReportFiles>[0]) =>
  (await writeReportFiles(report)).map(({ name, bytes }) => [name, createHash('sha256').update(bytes).digest('hex')]);

/** Prints the same digests from the built program, in another process, zone, locale and, for what asks the clock, another year. */
const ELSEWHERE = `
  const RealDate = Date;
  globalThis.Date = class extends RealDate {
    constructor(...parts) { super(...(parts.length === 0 ? [2031, 5, 7, 3, 4, 5] : parts)); }
    static now() { return new RealDate(2031, 5, 7).getTime(); }
  };
  Math.random = () => 0.42;
  const { createHash } = await import('node:crypto');
  const { writeReportFiles } = await import('#report-files');
  const { CITY_2020, CITY_2025, reportOf } = await import('./dist/libs/annual-report/testkit/reports.js');
  const { hostileReport } = await import('./dist/libs/annual-report/testkit/hostile.js');
  const all = [];
  for (const report of [reportOf(CITY_2025), reportOf(CITY_2020, { edition: null, signedOn: null }), hostileReport(CITY_2020)]) {
    for (const { name, bytes } of await writeReportFiles(report)) {
      all.push([name, createHash('sha256').update(bytes).digest('hex')]);
    }
  }
  console.log(JSON.stringify(all));
`;

describe('the files of a report', () => {
  const reports = [
    reportOf(CITY_2025),
    reportOf(CITY_2020, { edition: null, signedOn: null }),
    hostileReport(CITY_2020),
  ];
  let digests: readonly (readonly string[])[];
  beforeAll(async () => {
    digests = (await Promise.all(reports.map(digestsOf))).flat();
  });

  it('are the same bytes for the same report', async () => {
    expect(await digestsOf(structuredClone(reports[0]!))).toEqual(digests.slice(0, 6));
  });

  it.each([
    ['Pacific/Kiritimati', 'zh_CN.UTF-8'],
    ['America/Los_Angeles', 'tr_TR.UTF-8'],
  ])('are the same bytes in another process, in %s, in another year', async (zone, locale) => {
    const elsewhere = execFileSync(process.execPath, ['--input-type=module', '-e', ELSEWHERE], {
      env: { ...process.env, TZ: zone, LANG: locale, LC_ALL: locale, NODE_OPTIONS: '' },
      encoding: 'utf8',
    });
    expect(JSON.parse(elsewhere)).toEqual(digests);
  });

  it('are named by agency and year, and as drafts while they are such', async () => {
    const names = async (...of: Parameters<typeof writeReportFiles>) =>
      (await writeReportFiles(...of)).map(({ name }) => name);
    expect(await names(reportOf(CITY_2025), ['html', 'csv'])).toEqual([
      'city-2025-annual-report.html',
      'city-2025-annual-report.csv',
    ]);
    expect(await names(reportOf(CITY_2025, { edition: null }), ['json'])).toEqual([
      'city-2025-annual-report-draft.json',
    ]);
  });
});
