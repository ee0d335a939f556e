import { describe, expect, it } from '@jest/globals';
import type { Instant } from '#kernel';
import { calendarOf } from '#calendar';
import { proposeDecision } from '../deciding/propose-decision.js';
import { reviewDecision } from '../deciding/review-decision.js';
import { dispatchReply } from '../dispatching-reply/dispatch-reply.js';
import { rectifyEntry } from '../rectifying/rectify-entry.js';
import { did, historyAfter, received } from '../testkit/case-specification.js';
import { LONG_CASE } from '../telling/told-cases.testkit.js';
import { differenceOf, explainDifference } from './difference.js';
import { readHistory } from './read-history.js';
import type { ReadingPoint } from './reading-point.js';

const at = (day: string): { readonly now: Instant } => ({ now: `${day}T02:00:00.000Z` as Instant });
const letter = { number: '答〔2024〕1号', sha256: 'a'.repeat(64) };
const search = { number: '检〔2024〕7号' };

/**
 * 0 received, 1 proposed, 2 reviewed, 3 dispatched on 27 December as recorded on the 30th; found out in January: 4 the letter left
 * on 3 January; 5 an extension of 24 December had been forgotten.
 */
const history = historyAfter(
  received('2024-12-02', {}, at('2024-12-02')),
  did(
    proposeDecision,
    { on: '2024-12-20', outcome: 'unavailable_not_exist', evidence: [{ kind: 'search-record', document: search }] },
    at('2024-12-20'),
  ),
  did(
    reviewDecision,
    { on: '2024-12-23', result: 'approved' },
    { ...at('2024-12-23'), actor: 'reviewer-1', role: 'reviewer' },
  ),
  did(dispatchReply, { on: '2024-12-27', mode: 'post', document: letter }, at('2024-12-30')),
  did(
    rectifyEntry,
    {
      on: '2025-01-10',
      revision: 3,
      action: { kind: 'correct', fields: { on: '2025-01-03' } },
      reason: 'wrong-date',
      approvedBy: 'head-1',
      document: { number: '更〔2025〕1号' },
    },
    at('2025-01-10'),
  ),
  did(
    rectifyEntry,
    {
      on: '2025-01-13',
      revision: 2,
      action: {
        kind: 'insert',
        steps: [{ step: 'extend-deadline', body: { on: '2024-12-24', workingDays: 10, approvedBy: 'head-1' } }],
      },
      reason: 'forgotten',
      approvedBy: 'head-1',
    },
    at('2025-01-13'),
  ),
);

const read = (point: ReadingPoint) => readHistory(history, point, calendarOf('CN'));

describe('reading a case from a point', () => {
  it('as corrected and as recorded are two readings of one log', () => {
    expect(read({})).toMatchObject({
      point: { as: 'corrected' },
      status: 'closed',
      statusLabel: '已办结',
      state: { ending: { on: '2025-01-03' }, extension: { on: '2024-12-24' } },
      clock: { due: '2025-01-14', late: false },
    });
    expect(read({ as: 'recorded' })).toMatchObject({
      state: { ending: { on: '2024-12-27' }, extension: null },
      clock: { due: '2024-12-30', late: false },
    });
  });

  it('as known at an instant, before and between the rectifications', () => {
    expect(read({ knownAt: '2025-01-09T00:00:00.000Z' })?.clock).toMatchObject({
      stoppedOn: '2024-12-27',
      late: false,
    });
    expect(read({ knownAt: '2025-01-10T02:00:00.000Z' })?.clock).toMatchObject({ stoppedOn: '2025-01-03', late: true });
    expect(read({ knownAt: '2024-12-29T00:00:00.000Z' })?.status).toBe('decision-approved');
    expect(read({ revision: 1 })?.status).toBe('decision-proposed');
  });

  it('as of a day, by the days as they read: the letter had not left, the extension stood', () => {
    const endOfYear = read({ on: '2024-12-31' });
    expect(endOfYear).toMatchObject({
      status: 'decision-approved',
      state: { extension: { workingDays: 10 }, ending: null },
    });
    expect(endOfYear?.allowedSteps.map(({ step }) => step)).toContain('dispatch-reply');
    expect(read({ on: '2024-12-31', as: 'recorded' })?.status).toBe('closed');
    expect(read({ on: '2024-12-31', knownAt: '2025-01-01T00:00:00.000Z' })?.status).toBe('closed');
  });

  it('before the case there is none', () => {
    expect(read({ on: '2024-12-01' })).toBeNull();
    expect(read({ knownAt: '2024-12-02T01:59:59.999Z' })).toBeNull();
    expect(readHistory([], {}, calendarOf('CN'))).toBeNull();
  });

  it('lists the entries in effective order, with what corrects them', () => {
    expect(
      read({})?.entries.map(({ revision, supplied, label, on, amendedBy }) => [
        revision,
        supplied,
        label,
        on,
        amendedBy,
      ]),
    ).toEqual([
      [0, null, '收到申请', '2024-12-02', []],
      [1, null, '拟定处理决定', '2024-12-20', []],
      [2, null, '审核处理决定', '2024-12-23', []],
      [5, 1, '延长答复期限', '2024-12-24', []],
      [3, null, '发出答复', '2025-01-03', [4]],
      [4, null, '更正记录', '2025-01-10', []],
      [5, null, '更正记录', '2025-01-13', []],
    ]);
  });

  it('follows the documents: which step, which day, number and hash', () => {
    expect(read({})?.documents).toEqual([
      {
        revision: 1,
        type: 'case.decision-proposed',
        label: '拟定处理决定',
        on: '2024-12-20',
        path: 'evidence[0].document',
        number: '检〔2024〕7号',
        sha256: null,
      },
      {
        revision: 3,
        type: 'case.reply-dispatched',
        label: '发出答复',
        on: '2025-01-03',
        path: 'document',
        number: '答〔2024〕1号',
        sha256: 'a'.repeat(64),
      },
      {
        revision: 4,
        type: 'case.entry-rectified',
        label: '更正记录',
        on: '2025-01-10',
        path: 'document',
        number: '更〔2025〕1号',
        sha256: null,
      },
    ]);
  });
});

describe('the difference between two readings', () => {
  it('in data', () => {
    expect(differenceOf(read({ knownAt: '2025-01-09T00:00:00.000Z' }), read({ revision: 4 }))).toEqual([
      { path: 'state.reply.dispatchedOn', label: '发出答复之日', before: '2024-12-27', after: '2025-01-03' },
      { path: 'state.ending.on', label: '办结之日', before: '2024-12-27', after: '2025-01-03' },
      { path: 'clock.late', label: '逾期答复', before: false, after: true },
      {
        path: 'clock.breaches',
        label: '违规提示',
        before: null,
        after: ['答复应不迟于 2024-12-30 发出，实际于 2025-01-03 发出'],
      },
      {
        path: 'entries[3]',
        label: '第 3 条记录',
        before: { type: 'case.reply-dispatched', on: '2024-12-27', amendedBy: [], voidedBy: [] },
        after: { type: 'case.reply-dispatched', on: '2025-01-03', amendedBy: [4], voidedBy: [] },
      },
      {
        path: 'entries[4]',
        label: '第 4 条记录',
        before: null,
        after: { type: 'case.entry-rectified', on: '2025-01-10', amendedBy: [], voidedBy: [] },
      },
    ]);
  });

  it('in Chinese', () => {
    expect(explainDifference(read({ revision: 2 }), read({ revision: 5, on: '2024-12-31' }))).toEqual([
      '延长答复期限之日：（无） → 2024-12-24',
      '延长工作日数：（无） → 10',
      '延长的同意人：（无） → head-1',
      '答复期限届满日：2024-12-30 → 2025-01-14',
      '第 5 条更正补记的第 1 个步骤：（无） → 延长答复期限（2024-12-24）',
      '第 4 条记录：（无） → 更正记录（2025-01-10）',
      '第 5 条记录：（无） → 更正记录（2025-01-13）',
      '不再可办：延长答复期限',
    ]);
  });

  it('names the steps that come and go, together, and codes by their words', () => {
    const lines = explainDifference(read({ revision: 2 }), read({ revision: 3 }));
    expect(lines).toContain('办理状态：待发出 → 已办结');
    expect(lines).toContain('处理结果：（无） → 经检索信息不存在，计入“1.本机关不掌握相关政府信息”');
    expect(lines).toContain('送达方式：（无） → 邮寄');
    expect(lines.filter((line) => line.startsWith('新增可办：'))).toEqual(['新增可办：记录送达、删除个人信息']);
    expect(lines.filter((line) => line.startsWith('不再可办：'))).toHaveLength(1);
  });

  it('says in words with what outcome a reply was given again', () => {
    const [corrected, repliedAgain] = [14, 15].map((revision) =>
      readHistory(LONG_CASE, { revision }, calendarOf('CN')),
    );
    expect(explainDifference(corrected!, repliedAgain!)).toContain(
      '复议、诉讼（s-1）重新答复的处理决定类型：（无） → 提供政府信息，计入“（一）予以公开”',
    );
  });

  it('from before the case everything is new', () => {
    const differences = differenceOf(read({ on: '2024-12-01' }), read({}));
    expect(differences.every(({ before }) => before === null)).toBe(true);
    expect(differences).toContainEqual({ path: 'state.status', label: '办理状态', before: null, after: 'closed' });
  });
});
