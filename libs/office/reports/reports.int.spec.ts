import { describe, expect, it } from '@jest/globals';
import { GongkaiError, type Role } from '#kernel';
import { foldNarrative } from '#agency';
import { request, somebody } from '../testkit/busy-office.js';
import { Town } from '../testkit/town.js';
import { sha256OfJson } from '../years/sha256-of-json.js';
import type { ReportVersion } from './report-contents.js';

const YEAR = { agency: 'town', year: 2023 };
const ON = '2034-06-01';
let deeds = 0;

const write = (town: Town, name: string, body: object, role: Role = 'handler', year = 2023) =>
  town.office.reports.record({
    name,
    agency: 'town',
    year,
    body: { on: ON, ...body },
    request: request(somebody(role), `words-${deeds++}`),
  });
const report = (town: Town, version: ReportVersion = null) => town.office.reportContents.report(YEAR, version);
const codeOf = async (refused: Promise<unknown>) => {
  const error: unknown = await refused.then(
    () => null,
    (one: unknown) => one,
  );
  return error instanceof GongkaiError ? error.code : error;
};
const failedRules = async (town: Town) =>
  (await town.office.years.judged('town', 2023, null, somebody('auditor'))).results
    .filter(({ status }) => status === 'failed')
    .map(({ rule }) => rule);
const sentences = async (town: Town, version: ReportVersion = null) => {
  const { sections } = await report(town, version);
  return sections.flatMap(({ parts }) => parts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)));
};

/** 2023 with one case, received and withdrawn, ready to be closed. */
async function quietTown(): Promise<Town> {
  const town = await Town.open();
  await town.openRegisters(2023);
  await town.receive('c-1', '2023-11-01');
  await town.withdraw('c-1', '2023-11-06');
  return town;
}

const RECEIVED = '本年度新收政府信息公开申请1件，无上年结转申请。';

describe('the annual report of a year', () => {
  it('given nothing written, is a draft whose sentences follow the figures', async () => {
    await using town = await quietTown();
    const { agencyName } = await report(town);
    expect(await report(town)).toMatchObject({
      title: `${agencyName}2023年政府信息公开工作年度报告`,
      edition: null,
      issue: null,
      signedOn: null,
    });
    expect(await sentences(town)).toContain(RECEIVED);
    await town.receive('c-2', '2023-12-01');
    expect(await sentences(town)).toContain('本年度新收政府信息公开申请2件，无上年结转申请。');
  });

  it('given a closed year, states the figures and fees of the edition, whatever comes later', async () => {
    await using town = await quietTown();
    await town.close(2023);
    const before = await report(town);
    await town.receive('c-2', '2023-12-01');
    expect(await report(town)).toEqual(before);
    expect(before.edition?.number).toBe(1);
    await town.restate(2023);
    expect(await sentences(town)).toContain('本年度新收政府信息公开申请2件，无上年结转申请。');
  });

  it('issued, stays to the byte: later text, a restated year, another process change nothing', async () => {
    await using town = await quietTown();
    await write(town, 'write-report-part', { part: 'problems', text: '一是甲。' });
    await town.close(2023);
    await write(town, 'set-report-signature', { signedOn: '2034-06-20' });
    const draft = await report(town);
    await write(town, 'issue-report', {}, 'head');
    const issued = await report(town);
    expect(issued).toEqual({ ...draft, issue: { number: 1, on: ON } });
    const { narrative } = await town.office.narratives.narrativeOf(YEAR);
    expect(narrative.issues[0]).toMatchObject({ edition: 1, digest: sha256OfJson(draft) });

    await write(town, 'write-report-part', { part: 'problems', text: '一是乙。' });
    await town.receive('c-2', '2023-12-01');
    await town.restate(2023);
    await town.reopen();
    expect(await report(town)).toEqual(issued);
    expect(await report(town, 1)).toEqual(issued);
    expect((await report(town, 'draft')).sections[4]?.parts[0]?.paragraphs[0]?.text).toBe('一是乙。');

    await write(town, 'issue-report', {}, 'head');
    expect(await report(town)).toMatchObject({ issue: { number: 2 }, edition: { number: 2 } });
    expect(await report(town, 1)).toEqual(issued);
    expect(await codeOf(report(town, 3))).toBe('not-found');
  });

  it('is not issued before the year is closed, nor unsigned, nor by a handler, nor twice the same', async () => {
    await using town = await quietTown();
    expect(await codeOf(write(town, 'issue-report', {}, 'head'))).toBe('year-not-closed');
    await town.close(2023);
    expect(await codeOf(write(town, 'issue-report', {}, 'head'))).toBe('report-unsigned');
    await write(town, 'set-report-signature', { signedOn: '2034-06-20' });
    expect(await codeOf(write(town, 'issue-report', {}, 'handler'))).toBe('role-not-allowed');
    await write(town, 'issue-report', {}, 'head');
    expect(await codeOf(write(town, 'issue-report', {}, 'head'))).toBe('report-unchanged');
  });
});

describe("last year's text", () => {
  it('is a draft that a rule names until it is confirmed; the year can be closed with it, the report not issued', async () => {
    await using town = await quietTown();
    await write(town, 'write-report-part', { part: 'platform', text: '平台由专人维护。' }, 'handler', 2022);
    expect(await failedRules(town)).toEqual(['N2']);
    await town.close(2023);
    await write(town, 'set-report-signature', { signedOn: '2034-06-20' });
    expect(await codeOf(write(town, 'issue-report', {}, 'head'))).toBe('report-drafts-left');
    await write(town, 'confirm-report-draft', { part: 'platform' });
    await write(town, 'write-report-part', { part: 'platform', text: '平台已迁移。' }, 'handler', 2022);
    expect(await failedRules(town)).toEqual([]);
    await write(town, 'issue-report', {}, 'head');
    expect(await sentences(town)).toContain('平台由专人维护。');
  });
});

describe('an overridden sentence', () => {
  const text = '我镇全年新收政府信息公开申请1件，已依法办结。';

  it('keeps the figures it was made from; when they change, N1 and, where it states them, V8 say so', async () => {
    await using town = await quietTown();
    await write(town, 'override-report-sentence', { sentence: 'applications.received', text, reason: '按本镇用语' });
    expect(await failedRules(town)).toEqual([]);
    await town.receive('c-2', '2023-12-01');
    expect(await failedRules(town)).toEqual(['V8', 'N1']);
    await write(town, 'withdraw-report-override', { sentence: 'applications.received' });
    expect(await failedRules(town)).toEqual([]);
    const { narrative } = await town.office.narratives.narrativeOf(YEAR);
    expect(narrative.overrides).toMatchObject([
      { reason: '按本镇用语', replaced: { text: RECEIVED, figures: [{ figure: 'new', value: 1 }, {}] }, ended: {} },
    ]);
  });
});

describe('what is written', () => {
  it('is recorded once for a command id, also after the figures moved', async () => {
    await using town = await quietTown();
    const asked = {
      name: 'override-report-sentence',
      ...YEAR,
      body: { on: ON, sentence: 'applications.received', text: '见第三部分。', reason: '合并说明' },
      request: request(somebody('handler'), 'the-same'),
    };
    const first = await town.office.reports.record(asked);
    await town.receive('c-2', '2023-12-01');
    await town.reopen();
    expect(await town.office.reports.record(asked)).toEqual({ ...first, repeated: true });
    const reused = { ...asked, body: { ...asked.body, text: '另一句。' } };
    expect(await codeOf(town.office.reports.record(reused))).toBe('command-id-reused');
  });

  it('of two writers on one revision goes in once', async () => {
    await using town = await quietTown();
    await write(town, 'write-report-part', { part: 'problems', text: '第一稿。' });
    const second = (text: string) =>
      town.office.reports.record({
        name: 'write-report-part',
        ...YEAR,
        body: { on: ON, part: 'problems', text },
        request: { ...request(somebody('handler'), `both-${text}`), expectedRevision: 0 },
      });
    const outcomes = await Promise.allSettled([second('甲。'), second('乙。')]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const { narrative } = await town.office.narratives.narrativeOf(YEAR);
    expect(narrative.parts.problems).toHaveLength(2);
  });

  it('needs an agency, a scope and a command that there is', async () => {
    await using town = await quietTown();
    const asked = (name: string, agency: string, agencies: '*' | readonly string[] = '*') =>
      codeOf(
        town.office.reports.record({
          name,
          agency,
          year: 2023,
          body: { on: ON, title: null },
          request: request({ ...somebody('handler'), agencies }, `odd-${deeds++}`),
        }),
      );
    expect(await asked('set-report-title', 'nowhere')).toBe('not-found');
    expect(await asked('set-report-title', 'town', ['bureau'])).toBe('outside-scope');
    expect(await asked('burn-report', 'town')).toBe('not-found');
  });

  it('stands in a stream of its own, which folds to the same words', async () => {
    await using town = await quietTown();
    await write(town, 'set-report-title', { title: '工作报告' });
    const history = await town.office.desk.history('narrative-town-2023');
    expect(foldNarrative(YEAR, history).title).toBe('工作报告');
  });
});
