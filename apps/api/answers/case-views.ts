import { CASE_STATUSES, type Case, type ClockReading, type ToldFact } from '#casework';
import type { CommandMetadata, SourcePosition } from '#kernel';
import type { CaseView, HistoryLine, WorklistLine } from '#office';
import { ROLES } from '#kernel';
import { z } from 'zod';
import { answer, date, instant, next, position, record, revision } from './answer.js';

/** Everything that a case says of itself. */
export const caseState = answer<Case>()({
  caseId: z.string(),
  caseNumber: z.string().describe('登记号'),
  agency: z.string(),
  applicantRef: z.string().describe('申请人代号'),
  applicantKind: z.string(),
  status: z.enum(CASE_STATUSES),
  channel: z.string(),
  arrivedOn: date,
  receivedOn: date.nullable().describe('收到申请之日（第三十一条）'),
  correction: record.nullable(),
  reasons: record.nullable(),
  consultations: z.array(record),
  thirdPartyRefs: z.array(z.string()).describe('第三方代号'),
  extension: record.nullable(),
  fee: record.nullable(),
  decision: record.nullable(),
  reply: record.nullable(),
  ending: record.nullable(),
  remedies: z.array(record),
  carriedInto: z.array(z.int()),
  personalDataErasedOn: date.nullable(),
  erasedPersons: z.array(z.string()).describe('已决定单独删除其个人信息的申请人、第三方的代号'),
});

/** A step that is allowed. */
export const allowedStep = z.object({ step: z.string(), label: z.string(), article: z.string() });

/** A case as it stands. */
export const caseAnswer = answer<CaseView>()({
  case: caseState,
  revision,
  statusLabel: z.string(),
  allowedSteps: z.array(allowedStep),
  due: date.nullable().describe('答复期限届满之日'),
  provisional: z.boolean().describe('期限跨入尚未公布日历的年度，暂定'),
});

const source = answer<SourcePosition>()({
  file: z.string().describe('台账文件名'),
  fileSha256: z.string(),
  sheet: z.string().nullable(),
  row: z.int().describe('台账行号'),
  rowSha256: z.string(),
  declared: z.array(z.string()).describe('台账未记、由本机关统一声明的字段'),
});

const metadata = answer<CommandMetadata>()({
  commandId: z.string(),
  actor: z.string(),
  role: z.enum(ROLES),
  agency: z.string(),
  now: instant,
  on: date,
  correlationId: z.string(),
  causationId: z.string(),
  commandHash: z.string(),
  source: source.optional().describe('据以登记的原有台账'),
});

/** One thing that an entry says, in plain Chinese: a client needs no tables of codes. */
export const toldFact = answer<ToldFact>()({
  path: z.string().describe('在记录内容（data）中的位置'),
  label: z.string(),
  text: z.string().describe('内容的中文说法；代码一律写成名称，金额以元计'),
});

const historyLine = answer<HistoryLine>()({
  revision,
  position,
  eventId: z.uuid(),
  type: z.string(),
  label: z.string(),
  source: z.string(),
  data: record,
  facts: z.array(toldFact).describe('记录的每一项内容'),
  amendedBy: z.array(revision).describe('后来更正本条的记录；本条仍照原样列出'),
  voidedBy: z.array(revision).describe('后来作废本条的记录'),
  metadata,
  hash: z.string(),
});

/** A page of a history. */
export const historyAnswer = z.looseObject({ entries: z.array(historyLine), revision });

/** The clock, in data and in words. */
export const clockAnswer = z.looseObject({
  reading: record as unknown as z.ZodType<ClockReading>,
  explanation: z.array(z.string()),
});

const worklistLine = answer<WorklistLine>()({
  caseId: z.string(),
  caseNumber: z.string(),
  agency: z.string(),
  status: z.enum(CASE_STATUSES),
  applicantKind: z.string(),
  receivedOn: date.nullable(),
  due: date.nullable(),
  provisional: z.boolean(),
  workingDaysLeft: z.int().nullable().describe('距期限届满的工作日数；逾期为负'),
  overdue: z.boolean(),
  revision,
});

/** A page of the worklist. */
export const worklistAnswer = z.looseObject({ lines: z.array(worklistLine), next });
