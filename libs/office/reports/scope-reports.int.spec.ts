import { describe, expect, it } from '@jest/globals';
import { GongkaiError, type ErrorFacts } from '#kernel';
import { isDraft, type AnnualReport } from '#annual-report';
import { District, publishedReport } from '../testkit/district.js';
import { sha256OfJson } from '../years/sha256-of-json.js';

const ALL = ['district', 'bureau-a', 'bureau-b', 'town-1', 'town-2'];

/** Every body with its register and a case in town-1, all of 2023 closed, the report signed. */
async function closedDistrict(): Promise<District> {
  const place = await District.open();
  await place.openRegisters(2023, 1, ...ALL);
  await place.receive('town-1', 'c-1', '2023-11-01', '2023-11-05');
  for (const agency of ALL) await place.close(agency, 2023);
  await place.write('set-report-signature', { signedOn: '2034-06-20' });
  return place;
}

const sentences = ({ sections }: AnnualReport) =>
  sections.flatMap(({ parts }) => parts.flatMap(({ paragraphs }) => paragraphs.map(({ text }) => text)));
const RECEIVED = (count: number) => `本年度新收政府信息公开申请${count}件，无上年结转申请。`;
const refusal = async (refused: Promise<unknown>): Promise<{ code: string; facts: ErrorFacts } | null> =>
  refused.then(
    () => null,
    (error: unknown) => {
      if (!(error instanceof GongkaiError)) throw error;
      return { code: error.code, facts: error.facts };
    },
  );

describe('the report of a scope', () => {
  it('given a member that says nothing, is a draft with blanks that names it and states no unknown figure', async () => {
    await using place = await District.open();
    await place.openRegisters(2023, 1, ...ALL.slice(0, 4));
    await place.receive('town-1', 'c-1', '2023-11-01', '2023-11-05');
    const report = await place.report();
    expect(report).toMatchObject({ scope: 'region', agency: 'district', edition: null, issue: null });
    expect(report.gaps?.missing).toEqual([{ agency: 'town-2', name: 'town-2机关' }]);
    expect(report.gaps?.notClosed).toHaveLength(4);
    expect(report.gaps?.unknown).toHaveLength(200);
    expect(report.figures.table3.new).toEqual([null, null, null, null, null, null, null]);
    expect(report.figures.published).toBeUndefined();
    expect(sentences(report)).toEqual([]);
    // The level has no town in it: nothing is unknown there, only not closed yet.
    const level = await place.report(null, 'level');
    expect(level.gaps).toMatchObject({ missing: [], unknown: [], sectionOne: [] });
    expect(sentences(level)).toContain('本年度未收到政府信息公开申请。');
  });

  it('given every member closed, has the sum for figures and states the figures of the sum, not those of the agency', async () => {
    await using place = await closedDistrict();
    const { figures } = await place.tables(2023);
    const report = await place.report();
    expect(report.gaps).toBeUndefined();
    expect(report.figures).toMatchObject(figures);
    expect(report.figures.table2).toMatchObject({ normativeDocuments: { inForce: 5 } });
    expect(report.title).toBe('district机关2023年政府信息公开工作年度报告');
    expect(sentences(report)).toContain(RECEIVED(1));
    expect(sentences(await place.report(null, 'own'))).toContain('本年度未收到政府信息公开申请。');
  });

  it('issued, keeps figures, words and members, whatever the members restate later', async () => {
    await using place = await closedDistrict();
    const draft = await place.report();
    const { digest, members } = await place.tables(2023);
    await place.write('issue-report', { scope: 'region' });
    const issued = await place.report();
    expect(issued).toEqual({ ...draft, edition: { number: 1, digest }, issue: { number: 1, on: '2035-01-01' } });
    expect(isDraft(issued)).toBe(false);
    const { narrative } = await place.office.narratives.narrativeOf({ agency: 'district', year: 2023 });
    expect(narrative.issues[0]).toMatchObject({
      digest: sha256OfJson({ ...draft, edition: { number: 1, digest } }),
      sum: { members: members.map(({ agency, edition }) => ({ agency, basis: 'edition', digest: edition?.digest })) },
    });

    await place.receive('town-1', 'c-2', '2023-11-02', '2023-11-06');
    await place.restate('town-1', 2023);
    expect(await place.report()).toEqual(issued);
    expect(sentences(await place.report('draft'))).toContain(RECEIVED(2));
    await place.write('issue-report', { scope: 'region' });
    expect(await place.report()).toMatchObject({ edition: { number: 2 }, issue: { number: 2 } });
    expect(await place.report(1)).toEqual(issued);
  });

  it('is issued apart from those of the other scopes, and not twice the same', async () => {
    await using place = await closedDistrict();
    for (const scope of ['own', 'region', 'level']) await place.write('issue-report', { scope });
    for (const scope of ['own', 'region', 'level'] as const) {
      expect(await place.report(null, scope)).toMatchObject({ scope, edition: { number: 1 }, issue: { number: 1 } });
      expect(await refusal(place.write('issue-report', { scope }))).toMatchObject({ code: 'report-unchanged' });
      expect(await refusal(place.report(2, scope))).toMatchObject({ code: 'not-found' });
    }
    await place.write('write-report-part', { part: 'problems', text: '一是甲。' });
    await place.write('issue-report', { scope: 'region' });
    expect(await place.report()).toMatchObject({ edition: { number: 1 }, issue: { number: 2 } });
  });

  it('is not issued while a member is missing, not closed or unknown in a cell, and the refusal says which', async () => {
    await using place = await District.open();
    await place.openRegisters(2023, 1, ...ALL.slice(0, 4));
    await place.write('set-report-signature', { signedOn: '2034-06-20' });
    const issue = () => refusal(place.write('issue-report', { scope: 'region' }));
    expect(await issue()).toMatchObject({
      code: 'report-sum-incomplete',
      facts: { missing: ['town-2'], notClosed: ['bureau-a', 'bureau-b', 'district', 'town-1'] },
    });
    for (const agency of ALL.slice(0, 4)) await place.close(agency, 2023);
    const report = publishedReport(3) as { table3: Record<string, (number | null)[]> };
    report.table3['carriedOut'] = [0, 0, 0, 0, 0, 0, null] as (number | null)[];
    await place.import('town-2', 2023, report);
    expect(await issue()).toEqual({
      code: 'report-sum-incomplete',
      facts: { missing: [], notClosed: [], undecided: [], unknown: ['table3/carriedOut/total'] },
    });
    await place.import('town-2', 2023, publishedReport(3), { on: '2024-03-01' });
    expect(await issue()).toBeNull();
    expect(await place.report()).toMatchObject({ gaps: { missing: [], sectionOne: [{ agency: 'town-2' }] } });
  });

  it('is issued with what it lacks where V10 is waived: unknown stays unknown', async () => {
    await using place = await District.open();
    await place.openRegisters(2023, 1, ...ALL.slice(0, 4));
    await place.write('set-report-signature', { signedOn: '2034-06-20' });
    const waiver = { on: '2034-06-01', rule: 'V10', reason: '该镇无法提供', approvedBy: 'mayor-1' };
    await place.office.books.waive('district', 2023, waiver, place.request('head'));
    for (const agency of ALL.slice(0, 4)) await place.close(agency, 2023);
    const draft = await place.report();
    await place.write('issue-report', { scope: 'region' });
    const issued = await place.report();
    expect(isDraft(issued)).toBe(false);
    expect(issued.gaps).toEqual(draft.gaps);
    expect(issued.figures).toEqual(draft.figures);
    expect(issued.figures.table2.fees).toEqual({ amount10k: null });
    expect(sentences(issued)).toEqual([]);
  });

  it('given a member that published wrong totals, is issued only where V10 is waived, also after the closing', async () => {
    await using place = await District.open();
    await place.openRegisters(2023, 1, ...ALL.slice(0, 4));
    await place.write('set-report-signature', { signedOn: '2034-06-20' });
    for (const agency of ALL.slice(0, 4)) await place.close(agency, 2023);
    const report = publishedReport(3) as { table4: Record<string, readonly number[]> };
    report.table4['review'] = [2, 0, 0, 0, 0];
    await place.import('town-2', 2023, report);
    const refused = await refusal(place.write('issue-report', { scope: 'region' }));
    expect(refused).toMatchObject({ code: 'rules-failed', facts: { findings: [{ rule: 'V4' }] } });
    const waiver = { on: '2034-06-01', rule: 'V10', reason: '该镇公布如此', approvedBy: 'mayor-1', edition: 2 };
    await place.office.books.waive('district', 2023, waiver, place.request('head'));
    expect(await refusal(place.write('issue-report', { scope: 'region' }))).toBeNull();
    expect((await place.report()).figures.table4.review).toEqual([2, 0, 0, 0, 0]);
  });

  it('of last year is what its carry-over is compared with (V5)', async () => {
    await using place = await closedDistrict();
    await place.write('issue-report', { scope: 'region' });
    await place.receive('town-1', 'c-2', '2023-12-29');
    await place.restate('town-1', 2023);
    await place.openRegisters(2024, 1, ...ALL);
    const v5 = (await place.rules(2024)).results.find(({ rule }) => rule === 'V5');
    expect(v5).toMatchObject({ status: 'failed', severity: 'warning' });
    expect(v5?.findings[0]?.message).toMatch(/1.*0/);
  });

  it('leaves out an override that was made beside other figures than its own', async () => {
    await using place = await closedDistrict();
    const words = { sentence: 'applications.received', text: '我区本级未收到申请。', reason: '本级用语' };
    const remedies = { sentence: 'applications.remedies', text: '没有复议和诉讼。', reason: '用语' };
    for (const override of [words, remedies]) await place.write('override-report-sentence', override);
    expect(sentences(await place.report(null, 'own'))).toEqual(expect.arrayContaining([words.text, remedies.text]));
    const region = sentences(await place.report());
    expect(region).toEqual(expect.arrayContaining([RECEIVED(1), remedies.text]));
    expect(region).not.toContain(words.text);
    expect(await refusal(place.write('issue-report', { scope: 'region' }))).toBeNull();
  });
});
