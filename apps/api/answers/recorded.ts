import { CASE_STATUSES, type CaseStatus, type StepName } from '#casework';
import type { CaseRecorded, Recorded, ReportRecorded, YearClosed } from '#office';
import { z } from 'zod';
import { answer, position, revision } from './answer.js';

/** Fields that every answer to a command has. */
export const recordedShape = {
  stream: z.string().describe('记录所在的流'),
  eventId: z.uuid(),
  type: z.string().describe('事件类型，见 docs/event-catalogue.md'),
  revision,
  position,
};

/** Answer to a command. `repeated` is the header `Idempotent-Replay`. */
export const recordedAnswer = answer<Omit<Recorded, 'repeated'>>()(recordedShape);

/** Answer to a command to the words of a report. */
export const reportRecordedAnswer = answer<Omit<ReportRecorded, 'repeated'>>()({
  ...recordedShape,
  warnings: z
    .array(z.string())
    .describe('定稿时：所定之稿不符而不妨碍定稿的规则（编号在前）、没有文字的部分；其他记录为空'),
});

/** Answer to a step of a case: where it stands now. */
export const caseRecordedAnswer = answer<Omit<CaseRecorded, 'repeated'>>()({
  ...recordedShape,
  caseId: z.string(),
  status: z.enum(CASE_STATUSES satisfies readonly CaseStatus[]),
  allowedSteps: z.array(z.string() as unknown as z.ZodType<StepName>).describe('现在可办的步骤'),
});

/** Fields of the answer to a closing and to a restatement. */
export const yearClosedShape = {
  agency: z.string(),
  year: z.int(),
  edition: z.int().describe('版次，从 1 起'),
  digest: z.string().describe('报表规范 JSON 的 SHA-256'),
  position,
  carriedForward: z.int().describe('结转下年度件数'),
};

/** Answer to the closing of a year; the same however often it is sent. */
export const yearClosedAnswer = answer<Omit<YearClosed, 'repeated'>>()(yearClosedShape);
