import type { Channel } from '#casework';
import type { JsonObject, LocalDate } from '#kernel';
import { CaseStory } from './case-story.js';
import { CALENDAR, CLOSED_YEAR } from './closed-year.js';
import { at, type Line } from './line.js';
import { DEMO } from './office.js';
import { partlyForThirdParty, proposal } from './proposal.js';

/** Every command that a scenario file may give, each at least once, in stories of an invented office. Played by a test. */
export const EVERY_STEP: readonly Line[] = [
  ...agencies(),
  ...register(),
  ...allTheWay().lines,
  ...answeredAndSued().lines,
  ...neverCorrected().lines,
  ...delayedAndWithdrawn().lines,
  ...paidAndCarriedForward().lines,
  ...neverPaid().lines,
  ...mergedAndTerminated(),
  ...year(),
  ...CLOSED_YEAR,
  CALENDAR,
];

function story(number: number, applicant: string, channel: Channel, on: LocalDate): CaseStory {
  return new CaseStory(DEMO, { year: 2024, number, applicant, channel, on });
}

/** Correction, consultation, extension, review, reply, publication; reconsideration with a new reply; a slip put right. */
function allTheWay(): CaseStory {
  const of = story(1, 'p-9001', 'internet', '2024-01-08');
  of.confirmed(1)
    .corrected(3, ['description'], 10, 5)
    .askedThirdParty(2, 1, { after: 6, result: 'partly-agrees' })
    .extended(3, 10)
    .proposed(4, partlyForThirdParty(of.document('检')))
    .returned(1, ['evidence'])
    .proposed(1, partlyForThirdParty(of.document('检')))
    .approved(1)
    .replied(1, 'post', 3)
    .madePublic(5);
  const publication = of.lines.length - 1;
  return of
    .step(2, 'rectify-entry', {
      revision: publication,
      action: { kind: 'correct', fields: { on: '2024-03-01' } },
      reason: 'wrong-date',
      approvedBy: DEMO.head,
    })
    .reconsidered(8, 45, 'corrected')
    .repliedAgain(10);
}

/** Searched and not found; a suit at once; personal data erased when the file need no longer be kept. */
function answeredAndSued(): CaseStory {
  const of = story(2, 'p-9002', 'in-person', '2024-01-15');
  of.proposed(6, proposal('unavailable_not_exist', of.document('检')))
    .approved(1)
    .replied(1, 'direct', 0)
    .sued(40, 90, 'upheld', 'direct');
  return of.step(
    150,
    'erase-personal-data',
    { retentionEndedOn: of.day, approvedBy: DEMO.head },
    { actor: DEMO.operator, role: 'operator' },
  );
}

function neverCorrected(): CaseStory {
  const of = story(3, 'p-9003', 'registered-mail', '2024-02-19');
  of.step(4, 'request-correction', { items: ['identity', 'contact'], correctBy: '2024-03-08' });
  return of.step(12, 'record-correction-lapse', { noGoodReason: true });
}

/** Too many applications, but for a good reason; another agency is asked; then the applicant thinks better of it. */
function delayedAndWithdrawn(): CaseStory {
  const of = story(4, 'p-9004', 'email', '2024-03-04');
  return of
    .confirmed(1)
    .step(2, 'request-reasons', {})
    .step(5, 'conclude-reasons', { result: 'accepted', delayedReplyOn: '2024-05-31' })
    .askedAgency(3, 'demo-guoziju', { after: 7, result: 'agrees' })
    .step(3, 'withdraw-application', { written: true, identityChecked: true });
}

/** 250 pages on paper: 4,700 yuan. Still open at the end of the year, answered in the next one. */
function paidAndCarriedForward(): CaseStory {
  const of = story(5, 'p-9005', 'fax', '2024-11-25');
  return of
    .confirmed(1)
    .step(4, 'issue-fee-notice', { method: 'per-page', pages: 250 })
    .step(2, 'record-fee-notice-delivery', {})
    .step(10, 'record-payment', { amountFen: 470_000 })
    .proposed(11, proposal('granted_provided', of.document('检')))
    .approved(1)
    .replied(1, 'post', 2);
}

/** Five pieces after thirty in the same month: 1,000 yuan, never paid. */
function neverPaid(): CaseStory {
  return story(6, 'p-9006', 'ordinary-mail', '2024-06-03')
    .confirmed(0)
    .step(5, 'issue-fee-notice', { method: 'per-piece', pieces: 5, priorPiecesThisMonth: 30 })
    .step(2, 'record-fee-notice-delivery', {})
    .step(21, 'record-fee-lapse', {});
}

/** The same request twice: the second goes into the first, which ends when the applicant has died. */
function mergedAndTerminated(): readonly Line[] {
  const first = story(7, 'p-9007', 'in-person', '2024-07-01');
  const second = story(8, 'p-9007', 'in-person', '2024-07-03');
  second.step(1, 'merge-application', { intoCaseId: first.caseId });
  first.step(6, 'terminate-application', { reason: 'applicant-deceased', document: { number: '证明材料1号' } });
  return [...first.lines, ...second.lines];
}

function agencies(): readonly Line[] {
  const by = { actor: DEMO.operator, role: 'operator' } as const;
  const line = (agency: string, day: LocalDate, minutes: number, command: string, body: JsonObject): Line => ({
    command,
    now: at(day, minutes),
    ...by,
    agency,
    body,
  });
  return [
    line('demo', '2024-01-02', 0, 'found-agency', {
      on: '2010-01-01',
      name: '示例区人民政府',
      level: 'district',
      parentId: null,
    }),
    line('demo', '2024-01-02', 5, 'set-policy', { on: '2024-01-01', policy: { reviewRequired: true, feeDecimals: 2 } }),
    line('demo-guoziju', '2024-01-02', 10, 'found-agency', {
      on: '2012-06-01',
      name: '示例区国资局',
      level: 'district-dept',
      parentId: 'demo',
    }),
    line('demo-guoziju', '2024-04-01', 15, 'rename-agency', { on: '2024-04-01', name: '示例区国有资产监督管理局' }),
    line('demo-guoziju', '2024-08-01', 20, 'move-agency', { on: '2024-08-01', parentId: null }),
    line('demo-guoziju', '2024-12-02', 25, 'dissolve-agency', { on: '2024-12-01', successorId: 'demo' }),
  ];
}

function register(): readonly Line[] {
  const line = (
    day: LocalDate,
    minutes: number,
    command: string,
    body: JsonObject,
    more: Partial<Line> = {},
  ): Line => ({
    command,
    ...more,
    now: at(day, minutes),
    actor: 'zhang-san',
    role: 'handler',
    agency: 'demo',
    body,
  });
  return [
    line('2024-01-03', 0, 'record-documents', { on: '2024-01-01', kind: 'regulations', movement: 'opening', count: 0 }),
    line('2024-01-03', 5, 'record-documents', {
      on: '2024-01-01',
      kind: 'normativeDocuments',
      movement: 'opening',
      count: 12,
    }),
    line('2024-03-29', 0, 'record-documents', {
      on: '2024-03-28',
      kind: 'normativeDocuments',
      movement: 'made',
      count: 1,
      references: ['示政规〔2024〕1号'],
    }),
    line('2024-06-28', 0, 'record-decisions', { on: '2024-06-28', kind: 'licensing', count: 310 }),
    line('2024-06-28', 5, 'record-fees', { on: '2024-06-28', amountFen: 123_456_700 }),
    line('2024-06-28', 10, 'record-inventory', { on: '2024-06-28', kind: 'licensing', items: 42 }),
    line('2024-06-28', 15, 'record-procurement', { on: '2024-06-28', projects: 3, amountFen: 98_000_000 }),
    line('2024-06-28', 20, 'record-publications', {
      on: '2024-06-28',
      channel: '网站',
      category: '通知公告',
      count: 118,
    }),
    line(
      '2024-07-02',
      0,
      'rectify-register-entry',
      {
        on: '2024-07-02',
        revision: 7,
        action: { kind: 'correct', fields: { count: 181 } },
        reason: 'typing-error',
        approvedBy: DEMO.head,
      },
      { year: 2024 },
    ),
  ];
}

function year(): readonly Line[] {
  return [
    {
      command: 'waive-rule',
      year: 2024,
      now: at('2025-01-06', 0),
      actor: 'zhang-san',
      role: 'handler',
      agency: 'demo',
      body: { on: '2025-01-06', rule: 'V12', reason: '上年度文件清理口径调整', approvedBy: DEMO.head },
    },
    {
      command: 'close-year',
      year: 2024,
      now: at('2025-01-06', 30),
      actor: DEMO.operator,
      role: 'operator',
      agency: 'demo',
      body: {},
    },
    ...report(),
  ];
}

/** The words of the report: last year's text first, so that there is a draft to confirm. */
function report(): readonly Line[] {
  const written = (
    minute: number,
    command: string,
    body: object,
    year = 2024,
    [actor, role]: readonly [string, Line['role']] = ['zhang-san', 'handler'],
  ): Line => ({
    command,
    year,
    now: at('2025-01-07', minute),
    actor,
    role,
    agency: 'demo',
    body: { on: '2025-01-07', ...body },
  });
  return [
    written(0, 'write-report-part', { part: 'platform', text: '信息公开专栏由专人维护，每周检查一次。' }, 2023),
    written(5, 'write-report-part', {
      part: 'problems',
      text: '一是部分信息公开不够及时。\n二是经办人员变动较多，业务不够熟悉。',
    }),
    written(10, 'confirm-report-draft', { part: 'platform' }),
    written(15, 'override-report-sentence', {
      sentence: 'applications.remedies',
      text: '因政府信息公开工作被申请行政复议和被提起行政诉讼的情况见第四部分。',
      reason: '与第四部分的表合并说明',
    }),
    written(20, 'withdraw-report-override', { sentence: 'applications.remedies' }),
    written(25, 'set-report-title', { title: '示例机关2024年度政府信息公开工作报告' }),
    written(30, 'set-report-signature', { signedOn: '2025-01-20' }),
    written(35, 'issue-report', {}, 2024, [DEMO.head, 'head']),
  ];
}
