import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { countOf, digestText, type CaseCount } from '#statistics';
import { naiveTables } from '../statistics/testkit/naive-tables.js';
import { effectiveHistory, type CaseEntry } from '#casework';
import type { Office } from './office.js';
import { openOffice } from './open-office.js';
import { registerStream } from './streams.js';
import { foundAgencies, keepBusy, request, somebody } from './testkit/busy-office.js';

const AGENCIES = ['east', 'west'];
const YEARS = [2021, 2022, 2023, 2024];
const auditor = somebody('auditor');

describe('the figures of an office', () => {
  let dataDir: string;
  let office: Office;
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'gongkai-office-'));
    office = await openOffice({ dataDir });
  });
  afterEach(async () => {
    await office.close();
    rmSync(dataDir, { recursive: true });
  });

  const allFigures = async (of: Office): Promise<string[]> => {
    const figures = [];
    for (const agency of AGENCIES) {
      for (const year of YEARS) figures.push(digestText((await of.years.year(agency, year, '2021', auditor)).figures));
    }
    return figures;
  };

  it('live = rebuilt in any batch size = rebuilt in memory = a plain fold of every case, for any interleaving', async () => {
    await foundAgencies(office, AGENCIES);
    let recorded = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 2 ** 31 - 2 }),
        fc.integer({ min: 1, max: 700 }),
        async (seed, batchSize) => {
          recorded += await keepBusy(office, AGENCIES, seed, 240);
          const live = await allFigures(office);
          for (const name of ['statistics', 'caseload']) {
            const rebuilt = await office.projections!.rebuild(name, { batchSize });
            expect(rebuilt).toMatchObject({ equal: true, rebuiltDigest: rebuilt.liveDigest, swapped: true });
          }
          expect(await allFigures(office)).toEqual(live);
          expect(await plainTables(office)).toEqual(await tables(office));
        },
      ),
      { numRuns: 15, seed: 711 },
    );
    expect(recorded).toBeGreaterThan(200);
  });

  it('given a register entry and its rectification, the published counts follow', async () => {
    await foundAgencies(office, ['east']);
    const entry = { name: 'record-publications', agency: 'east', year: null };
    const body = { on: '2022-05-01', channel: '网站', count: 102 };
    await office.register.record({ ...entry, body, request: request(somebody('handler'), 'r-1') });
    expect((await office.years.year('east', 2022, null, auditor)).figures.published.total).toBe(102);
    await office.register.record({
      name: 'rectify-register-entry',
      agency: 'east',
      year: 2022,
      body: { on: '2022-05-02', revision: 0, action: { kind: 'void' }, reason: 'entered-twice', approvedBy: 'head-1' },
      request: request(somebody('handler'), 'r-2'),
    });
    expect((await office.years.year('east', 2022, null, auditor)).figures.published.total).toBe(0);
    expect((await office.desk.history(registerStream('east', 2022))).length).toBe(2);
  });
});

async function tables(office: Office) {
  const found = [];
  for (const agency of AGENCIES) {
    for (const year of YEARS) {
      const { table3, table4 } = (await office.years.year(agency, year, '2021', auditor)).figures;
      found.push({ table3, table4 });
    }
  }
  return found;
}

/** Reads the whole log and folds every case by itself: no views, no counters by difference. */
async function plainTables(office: Office) {
  const streams = new Set<string>();
  for (let after = ''; ;) {
    const page = await office.store.readAll({ after, max: 1_000 });
    for (const event of page.events) if (event.stream.startsWith('case-')) streams.add(event.stream);
    after = page.next;
    if (page.atEnd) break;
  }
  const counts: CaseCount[] = [];
  for (const stream of streams) {
    const count = countOf(effectiveHistory(await office.desk.history(stream)) as readonly CaseEntry[]);
    if (count !== null) counts.push(count);
  }
  return AGENCIES.flatMap((agency) => YEARS.map((year) => naiveTables(counts, [agency], year, '2021')));
}
