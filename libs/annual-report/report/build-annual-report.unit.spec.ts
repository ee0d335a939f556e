import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideNarrative, foldNarrative, REPORT_PART_LABELS, REPORT_PARTS, type IssuedReport } from '#agency';
import type { RawEntry } from '#casework';
import { FORMS } from '../forms/forms.js';
import { generatedSentences } from '../narrative/generated-sentences.js';
import { figuresAndFees, reportOf, unwritten } from '../testkit/words.js';
import { yearFigures } from '../testkit/year-figures.js';
import { issuedText, reportOfIssue } from './issued-report.js';
import { wordlessParts } from './wordless-parts.js';

const [FIGURES] = fc.sample(yearFigures, { numRuns: 1, seed: 7 });
const by = { actor: 'handler-1', role: 'handler', now: '2024-02-01T00:00:00.000Z' } as const;

/** The words after these commands. */
function words(year: number, ...commands: readonly (readonly [name: string, body: object])[]) {
  const target = { agency: 'town-1', year };
  const sentences = generatedSentences(FIGURES!, null);
  const history = commands.reduce<readonly RawEntry[]>((at, [name, body]) => {
    const context = { ...by, sentences, lastYear: unwritten(year - 1) };
    const event = decideNarrative(
      { name, target, body: { on: '2024-01-20', ...body } },
      foldNarrative(target, at),
      context,
    );
    const entry = { revision: at.length, actor: by.actor, role: by.role, recordedAt: by.now };
    return [...at, { ...event, by: entry }];
  }, []);
  return foldNarrative(target, history);
}

describe('an annual report', () => {
  it('has the six sections of the form in its order and words, and the tables in 二, 三, 四', () => {
    const { sections, title, period } = reportOf(FIGURES!);
    expect(sections.map((section) => section.title)).toEqual(FORMS['2021'].sections);
    expect(sections.map(({ table }) => table)).toEqual([null, 2, 3, 4, null, null]);
    expect(sections[0]!.parts.map(({ heading }) => heading)).toEqual([
      '（一）主动公开',
      '（二）依申请公开',
      '（三）政府信息管理',
      '（四）平台建设',
      '（五）监督保障',
    ]);
    expect(title).toBe('送庄镇人民政府2023年政府信息公开工作年度报告');
    expect(period).toEqual({ from: '2023-01-01', to: '2023-12-31' });
  });

  it('names the headings under which nothing stands, until something is written there', () => {
    const written = (...parts: readonly string[]) => {
      const narrative = words(2023, ...parts.map((part) => ['write-report-part', { part, text: '略' }] as const));
      return wordlessParts(reportOf(FIGURES!, { narrative }));
    };
    const headings = ['（一）主动公开', '（三）政府信息管理', '（四）平台建设', '（五）监督保障'];
    expect(written()).toEqual([...headings, FORMS['2021'].sections[4]]);
    expect(written('platform', 'improvements')).toEqual(headings.filter((heading) => heading !== '（四）平台建设'));
    expect(written(...REPORT_PARTS)).toEqual([]);
  });

  it('shows every part once, in order, what states figures first', () => {
    const written = REPORT_PARTS.map((part) => ['write-report-part', { part, text: `文字：${part}` }] as const);
    const report = reportOf(FIGURES!, { narrative: words(2023, ...written) });
    const shown = [...report.preamble, ...report.sections.flatMap(({ parts }) => parts.flatMap((p) => p.paragraphs))];
    const own = shown.filter(({ origin }) => origin === 'written').map(({ text }) => text);
    expect(own).toEqual(REPORT_PARTS.map((part) => `文字：${part}`));
    const applications = report.sections[0]!.parts.find(({ heading }) => heading === REPORT_PART_LABELS.applications)!;
    expect(applications.paragraphs.map(({ origin }) => origin)).toEqual([
      'generated',
      'generated',
      'generated',
      'written',
    ]);
  });

  it("marks last year's text as a draft until somebody writes", () => {
    const lastYear = words(2022, ['write-report-part', { part: 'problems', text: '一是甲。\n\n  二是乙。  ' }]);
    const problems = (narrative = unwritten()) => reportOf(FIGURES!, { narrative, lastYear }).sections[4]!.parts;
    expect(problems()).toEqual([
      {
        heading: null,
        paragraphs: [
          { text: '一是甲。', origin: 'draft' },
          { text: '二是乙。', origin: 'draft' },
        ],
      },
    ]);
    expect(problems(words(2023, ['write-report-part', { part: 'problems', text: '' }]))).toEqual([]);
  });

  it('puts an override in the place of its sentence, and the sentence back when it is withdrawn', () => {
    const override = { sentence: 'applications.received', text: '申请情况见第三部分。', reason: '合并说明' };
    const of = (...commands: Parameters<typeof words>[1][]) =>
      reportOf(FIGURES!, { narrative: words(2023, ...commands) }).sections[0]!.parts[1]!.paragraphs[0];
    const put = ['override-report-sentence', override] as const;
    expect(of(put)).toEqual({ text: override.text, origin: 'overridden', sentence: 'applications.received' });
    expect(of(put, ['withdraw-report-override', { sentence: override.sentence }])?.origin).toBe('generated');
  });

  it('takes title and date from the record', () => {
    const narrative = words(
      2023,
      ['set-report-title', { title: '工作报告' }],
      ['set-report-signature', { signedOn: '2024-01-31' }],
    );
    expect(reportOf(FIGURES!, { narrative })).toMatchObject({ title: '工作报告', signedOn: '2024-01-31', issue: null });
  });

  it('comes back whole from its issue', () => {
    fc.assert(
      fc.property(figuresAndFees, ({ figures, fees }) => {
        const narrative = words(2023, ['set-report-signature', { signedOn: '2024-01-31' }]);
        const edition = { number: 2, digest: 'a'.repeat(64) };
        const report = reportOf(figures, { fees, narrative, edition });
        const issued: IssuedReport = {
          agency: figures.agency,
          year: figures.year,
          on: '2024-02-01',
          issue: 3,
          edition: 2,
          editionDigest: edition.digest,
          scope: 'own',
          text: issuedText(report),
          digest: 'b'.repeat(64),
        };
        expect(reportOfIssue(issued, figures)).toEqual({ ...report, issue: { number: 3, on: '2024-02-01' } });
      }),
    );
  });

  it('is not issued unsigned or with a draft in it', () => {
    const lastYear = words(2022, ['write-report-part', { part: 'problems', text: '一是甲。' }]);
    const narrative = words(2023, ['set-report-signature', { signedOn: '2024-01-31' }]);
    expect(() => issuedText(reportOf(FIGURES!))).toThrow(TypeError);
    expect(() => issuedText(reportOf(FIGURES!, { narrative, lastYear }))).toThrow(TypeError);
  });
});
