import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { canonicalJson, type Json } from '#kernel';
import { caseEvents } from '#casework';
import type { Edition } from '#agency';
import { IRRELEVANT_EVENT_TYPES } from '#statistics';
import type { Office } from '../office.js';
import { openOffice } from '../open-office.js';
import { foundAgencies, request, somebody } from '../testkit/busy-office.js';
import { Town } from '../testkit/town.js';
import { linesOf, textOf } from './bundle-text.testkit.js';
import { countingLine } from './counting-line.js';
import { recordHistories, someHistories } from './recorded-histories.testkit.js';
import { runScript } from './verify-script.testkit.js';
import { assembleYearEvidence } from './year-evidence.js';

const auditor = somebody('auditor');
const YEARS = [2021, 2022, 2023, 2024, 2025] as const;

describe('evidence of the years of four hundred random cases', () => {
  let office: Office;
  const texts = new Map<number, string>();
  beforeAll(async () => {
    office = await openOffice({ dataDir: null });
    await foundAgencies(office, ['town', 'village']);
    for (const year of YEARS) {
      for (const kind of ['regulations', 'normativeDocuments']) {
        await office.register.record({
          name: 'record-documents',
          agency: 'town',
          year: null,
          body: { on: `${year}-01-01`, kind, movement: 'opening', count: 0 },
          request: request(somebody('handler'), `open-${kind}-${year}`),
        });
      }
    }
    await recordHistories(office, 'town', someHistories(400));
    await recordHistories(office, 'village', someHistories(20));
    // The form of 2019 asks for totals that nobody entered.
    const waiver = { on: '2023-01-05', rule: 'V6', reason: '期初数待查档案', approvedBy: 'head-1' };
    await office.books.waive('town', 2022, waiver, request(somebody('handler'), 'waive'));
    for (const year of YEARS) {
      const form = year === 2022 ? { form: '2019' } : {};
      await office.closer.close('town', year, form, request(somebody('operator'), `close-${year}`));
      texts.set(year, await textOf(await assembleYearEvidence(office, 'town', year, { principal: auditor })));
    }
  });
  afterAll(() => office.close());

  it.each(YEARS)('of %d: the script recounts every figure, rectifications and remedies included', async (year) => {
    const { books } = await office.books.booksOf('town', year);
    const run = await runScript(texts.get(year)!, books.editions[0]!.manifest.logRoot!);
    expect(run).toMatchObject({ exitCode: 0, text: expect.stringContaining('核验一致 / sound') });
    expect(texts.get(year)).not.toContain('"name":"case-village');
  });

  it('holds every kind of event that the script has to count, and every kind of rectification', () => {
    const all = [...texts.values()].join('');
    const types = new Set([...all.matchAll(/"type":"([^"]+)"/g)].map(([, type]) => type));
    const counted = caseEvents.map(({ type }) => type).filter((type) => !IRRELEVANT_EVENT_TYPES.includes(type));
    expect(counted.filter((type) => !types.has(type))).toEqual([]);
    const kinds = new Set([...all.matchAll(/\\"kind\\":\\"(insert|correct|void)\\"/g)].map(([, kind]) => kind));
    expect(kinds).toEqual(new Set(['insert', 'correct', 'void']));
  });
});

describe('evidence of a year', () => {
  let town: Town;
  let first: string;
  const evidence = async (edition?: number) =>
    textOf(
      await assembleYearEvidence(town.office, 'town', 2023, {
        principal: auditor,
        ...(edition !== undefined && { edition }),
      }),
    );
  beforeAll(async () => {
    town = await Town.open();
    await town.openRegisters(2023);
    await town.enter('record-fees', { on: '2023-05-01', amountFen: 7_730_280 });
    await town.receive('c-1', '2023-11-01');
    await town.receive('c-2', '2023-12-01', 'other');
    await town.withdraw('c-1', '2023-11-20');
    await town.receive('c-0', '2022-01-05');
    await town.withdraw('c-0', '2022-01-20');
    await town.close(2023);
    first = await evidence();
  });
  afterAll(() => town[Symbol.asyncDispose]());

  it('says which edition it proves, with the root of its manifest, and names its file', async () => {
    const [edition] = (await town.office.books.booksOf('town', 2023)).books.editions as [Edition];
    const { fileName } = await assembleYearEvidence(town.office, 'town', 2023, { principal: auditor });
    expect(fileName).toBe('year-town-2023-1.gongkai-evidence.jsonl');
    expect(JSON.parse(linesOf(first)[0]!)).toMatchObject({
      kind: 'year',
      agency: 'town',
      year: 2023,
      edition: 1,
      roots: { log: { position: edition.position, root: edition.manifest.logRoot } },
    });
  });

  it('holds the cases in its tables and no other', () => {
    const names = [...first.matchAll(/"name":"(case-[^"]+)"/g)].map(([, name]) => name);
    expect(names).toEqual(['case-c-1', 'case-c-2']);
  });

  it('stays the same to the byte while the year drifts and is restated, and so does the second edition', async () => {
    await town.receive('c-3', '2023-12-05');
    expect(await evidence()).toBe(first);
    await town.restate(2023);
    const second = await evidence();
    expect(await evidence(1)).toBe(first);
    await town.receive('c-4', '2023-12-06');
    expect(await evidence(2)).toBe(second);
    expect(second).toContain('"edition":2');
    for (const text of [first, second]) expect((await runScript(text)).exitCode).toBe(0);
  });

  it('is refused for a year not closed, an edition not published, an agency unknown or out of reach', async () => {
    const asked = (agency: string, year: number, more: object = {}) =>
      assembleYearEvidence(town.office, agency, year, { principal: auditor, ...more });
    await expect(asked('town', 2022)).rejects.toMatchObject({ code: 'year-not-closed' });
    await expect(asked('town', 2023, { edition: 9 })).rejects.toMatchObject({ code: 'not-found' });
    await expect(asked('nowhere', 2023)).rejects.toMatchObject({ code: 'not-found' });
    const stranger = { ...auditor, agencies: ['village'] };
    await expect(asked('town', 2023, { principal: stranger })).rejects.toMatchObject({ code: 'outside-scope' });
  });
});

describe('the script', () => {
  const script = readFileSync(new URL('../../../tools/verify-evidence.mjs', import.meta.url), 'utf8');

  it('knows the counting rules of this program by their hash', () => {
    const hash = createHash('sha256')
      .update(canonicalJson(countingLine() as Json))
      .digest('hex');
    expect(script).toContain(`'${hash}'`);
  });

  it('has under 150 lines and needs nothing but Node', () => {
    expect(script.trimEnd().split('\n').length).toBeLessThan(150);
    const imports = [...script.matchAll(/from '([^']+)'/g)].map(([, name]) => name);
    expect(imports).toEqual(['node:crypto', 'node:fs', 'node:util']);
    expect(script).not.toMatch(/import\(|require\(/);
  });

  it('is documented with the counting rules, word for word', () => {
    const format = readFileSync(new URL('../../../docs/formats/evidence-bundle.md', import.meta.url), 'utf8');
    expect(format).toContain(canonicalJson(countingLine() as Json));
  });
});
