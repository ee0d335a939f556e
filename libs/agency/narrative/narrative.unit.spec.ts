import { describe, expect, it } from '@jest/globals';
import { issuing, narratives, RECEIVED, REPORT_2023, wording, type NarrativeDeed } from '../testkit/narratives.js';
import { foldNarrative } from './decide-narrative.js';
import { standingOverrides, textOf } from './narrative.js';
import { staleOverrides } from './stale-overrides.js';

const after = (...deeds: readonly NarrativeDeed[]) => foldNarrative(REPORT_2023, narratives.after(...deeds));

const writing = (text: string, part = 'problems') => wording('write-report-part', { part, text });
const override = wording('override-report-sentence', {
  sentence: RECEIVED.id,
  text: '新收申请情况见第三部分。',
  reason: '合并说明',
});
const withdrawal = wording('withdraw-report-override', { sentence: RECEIVED.id });
const signature = wording('set-report-signature', { signedOn: '2024-03-20' });
const confirmation = wording('confirm-report-draft', { part: 'platform' });

describe('writing a part', () => {
  it('is recorded with its text, and every version stays readable with its author', () => {
    narratives
      .given()
      .when(writing('一是甲。\n二是乙。'))
      .thenRecords('report.part-written', { ...REPORT_2023, part: 'problems', text: '一是甲。\n二是乙。' });
    const state = after(writing('第一稿。'), writing('第二稿。'));
    expect(state.parts.problems!.map(({ text, by }) => [text, by.revision, by.actor])).toEqual([
      ['第一稿。', 0, 'handler-1'],
      ['第二稿。', 1, 'handler-1'],
    ]);
    expect(textOf(state, 'problems')?.text).toBe('第二稿。');
    expect(textOf(state, 'improvements')).toBeNull();
  });

  it('may say that there is nothing to say', () => {
    narratives.given().when(writing('')).thenRecords('report.part-written', { text: '' });
  });

  it.each([
    ['甲\u0000', 'body.text'],
    ['甲\r\n乙', 'body.text'],
    ['甲\u202e乙', 'body.text'],
    ['甲\u200b', 'body.text'],
    ['甲\u2028乙', 'body.text'],
    ['\ud800', 'body.text'],
    [' \n\u3000 ', 'body.text'],
    ['字'.repeat(20_001), 'body.text'],
  ])('refuses the text %j', (text, path) => {
    narratives.given().when(writing(text)).thenRefused('invalid-input', path);
  });

  it.each([
    [{ part: 'tables', text: '甲' }, 'body.part', 'invalid-input'],
    [{ part: 'problems', text: 7 }, 'body.text', 'invalid-input'],
    [{ part: 'problems', text: '甲', year: 2023 }, 'body.year', 'invalid-input'],
    [{ part: 'problems', text: '甲', on: '2024-02-21' }, 'body.on', 'date-in-future'],
  ])('refuses %j', (body, path, code) => {
    narratives.given().when(wording('write-report-part', body)).thenRefused(code, path);
  });
});

describe("confirming last year's text", () => {
  it('records the text that was confirmed, and where it came from', () => {
    narratives.given().when(confirmation).thenRecords('report.draft-confirmed', {
      part: 'platform',
      text: '平台由专人维护。',
      fromYear: 2022,
      fromRevision: 0,
    });
    expect(textOf(after(confirmation), 'platform')?.carriedFrom).toEqual({ year: 2022, revision: 0 });
  });

  it('needs a draft: a text of last year, and none of this year', () => {
    const refused = narratives.given().when(wording('confirm-report-draft', { part: 'problems' }));
    expect(refused.thenRefused('no-draft').facts).toMatchObject({ draftParts: ['platform'] });
    narratives
      .given()
      .when(wording('confirm-report-draft', { part: 'supervision' }))
      .thenRefused('no-draft');
    narratives.given(confirmation).when(confirmation).thenRefused('no-draft');
    narratives.given(writing('新的。', 'platform')).when(confirmation).thenRefused('no-draft');
  });
});

describe('overriding a generated sentence', () => {
  it('keeps the reason and what the sentence stated', () => {
    narratives
      .given()
      .when(override)
      .thenRecords('report.sentence-overridden', {
        reason: '合并说明',
        replaced: { text: RECEIVED.text, figures: RECEIVED.figures },
      });
  });

  it('shows when the figures have changed since, until it is made anew or withdrawn', () => {
    const now = { ...RECEIVED, text: '本年度新收政府信息公开申请3件。', figures: [{ figure: 'new', value: 3 }] };
    const stale = (...deeds: readonly NarrativeDeed[]) => staleOverrides(after(...deeds), [now]);
    expect(staleOverrides(after(override), [RECEIVED])).toEqual([]);
    expect(stale(override)).toMatchObject([{ override: { sentence: RECEIVED.id }, now }]);
    expect(staleOverrides(after(override), [])).toMatchObject([{ now: null }]);
    expect(stale(override, { ...override, sentences: [now] })).toEqual([]);
    expect(stale(override, withdrawal)).toEqual([]);
  });

  it('stands once for a sentence; the earlier ones stay on record with their end', () => {
    const state = after(override, override, withdrawal, override);
    expect(standingOverrides(state).map(({ by }) => by.revision)).toEqual([3]);
    expect(state.overrides.map(({ ended }) => ended?.revision ?? null)).toEqual([1, 2, null]);
  });

  it.each([
    [{ sentence: 'applications.unheard-of' }, 'not-found', undefined],
    [{ sentence: '../etc' }, 'invalid-input', 'body.sentence'],
    [{ text: ' ' }, 'invalid-input', 'body.text'],
    [{ text: '两\n行' }, 'invalid-input', 'body.text'],
    [{ reason: undefined }, 'invalid-input', 'body.reason'],
    [{ reason: '' }, 'invalid-input', 'body.reason'],
  ])('refuses %j', (wrong, code, path) => {
    narratives
      .given()
      .when({ ...override, body: { ...override.body, ...wrong } })
      .thenRefused(code, path);
  });

  it('is withdrawn only where it stands', () => {
    narratives.given(override).when(withdrawal).thenRecords('report.override-withdrawn', { sentence: RECEIVED.id });
    narratives.given().when(withdrawal).thenRefused('not-overridden');
    narratives.given(override, withdrawal).when(withdrawal).thenRefused('not-overridden');
  });
});

describe('title and date', () => {
  it('are set, and taken back', () => {
    expect(after(wording('set-report-title', { title: '工作报告' })).title).toBe('工作报告');
    expect(
      after(wording('set-report-title', { title: '甲' }), wording('set-report-title', { title: null })).title,
    ).toBeNull();
    expect(after(signature).signedOn).toBe('2024-03-20');
    expect(after(signature, wording('set-report-signature', { signedOn: null })).signedOn).toBeNull();
  });

  it('are those of a report on a year that is over', () => {
    narratives
      .given()
      .when(wording('set-report-signature', { signedOn: '2023-12-31' }))
      .thenRefused('date-order', 'body.signedOn');
    narratives
      .given()
      .when(wording('set-report-title', { title: '两\n行' }))
      .thenRefused('invalid-input', 'body.title');
  });
});

describe('issuing the report', () => {
  it('is recorded with its number, as often as the report changes', () => {
    narratives.given(signature, confirmation).when(issuing()).thenRecords('report.issued', { issue: 1, edition: 1 });
    narratives.given(signature, confirmation, issuing()).when(issuing('f')).thenRecords('report.issued', { issue: 2 });
    const again = narratives.given(signature, confirmation, issuing()).when(issuing());
    expect(again.thenRefused('report-unchanged').facts).toMatchObject({ issue: 1 });
  });

  it('is not dated before the version issued last', () => {
    const once = narratives.given(signature, confirmation, issuing());
    once.when(issuing('f', { on: '2024-01-31' })).thenRefused('date-order', 'body.on');
    once.when(issuing('f', { on: '2024-01-31', scope: 'region' })).thenRecords('report.issued', { issue: 2 });
  });

  it('needs a date, confirmed text, and overrides that fit the figures', () => {
    narratives.given(confirmation).when(issuing()).thenRefused('report-unsigned');
    const drafts = narratives.given(signature).when(issuing()).thenRefused('report-drafts-left');
    expect(drafts.facts).toMatchObject({ drafts: ['platform'] });
    const changed = [{ ...RECEIVED, figures: [{ figure: 'new', value: 9 }] }];
    const stale = narratives.given(signature, confirmation, override).when({ ...issuing(), sentences: changed });
    expect(stale.thenRefused('report-override-stale').facts).toMatchObject({ sentences: [RECEIVED.id] });
  });

  it('is not dated ahead', () => {
    narratives
      .given(signature, confirmation)
      .when(issuing('d', { on: '2024-02-21' }))
      .thenRefused('date-in-future', 'body.on');
  });
});

it('a history with an event of nobody is corrupt', () => {
  const [entry] = narratives.after(signature);
  expect(() => foldNarrative(REPORT_2023, [{ ...entry!, type: 'report.unheard-of' }])).toThrow('未知的事件类型');
});
