import type {
  AuditFault,
  CarriedAudit,
  EditionLine,
  EditionView,
  ExplainingAdjustment,
  KnownYear,
  LabelledDifference,
  MovedCell,
  Unmatched,
  YearAudit,
  YearDrift,
  YearRestated,
} from '#office';
import type { FigureDifference } from '#agency';
import { z } from 'zod';
import { answer, date, instant, position, record } from './answer.js';
import { yearClosedShape } from './recorded.js';

const form = z.enum(['2019', '2021']);
const figure = z.union([z.int(), z.string()]).nullable();
const cellKey = z.string().describe('数字的代号，例如 table3/new/total');

const difference = answer<FigureDifference>()({
  cell: cellKey,
  published: figure.describe('已公布的数字'),
  now: figure.describe('现在的数字'),
});

/** A figure that differs, with its name. */
export const labelledDifference = answer<LabelledDifference>()({
  cell: cellKey,
  label: z.string(),
  published: figure.describe('已公布的数字'),
  now: figure.describe('现在的数字'),
});

const adjustment = record.describe('认可为调整的记录');

const movedCell = answer<MovedCell>()({
  cell: cellKey,
  label: z.string(),
  by: z.int().nullable().describe('变动量；台账所致则为 null'),
});

const cause = z.looseObject({
  kind: z.enum(['case', 'register']),
  events: z.array(record),
  moved: z.array(movedCell),
});

/** How a closed year differs from its edition. */
export const driftAnswer = answer<YearDrift>()({
  agency: z.string(),
  year: z.int(),
  edition: z.int(),
  position,
  drifted: z.boolean().describe('有差异且未认可'),
  cells: z.array(labelledDifference),
  causes: z.array(cause).describe('引起差异的案件或台账，至多 limit 条'),
  causesInAll: z.int(),
  acceptedBy: adjustment.nullable(),
});

const editionLine = {
  edition: z.int(),
  on: date,
  position,
  form,
  digest: z.string(),
  carriedForward: z.int(),
  restatement: record.nullable().describe('重述的理由；首版为 null'),
  adjustments: z.array(adjustment),
};

/** The editions of a year. */
export const editionsAnswer = z.array(answer<EditionLine>()(editionLine));

/** One edition, whole. */
export const editionAnswer = answer<EditionView>()({
  ...editionLine,
  agency: z.string(),
  year: z.int(),
  figures: record,
  manifest: record.describe('版次的来历：规则、日历与程序版本'),
  ruleFindings: z.array(record),
  waivers: z.array(z.string()),
  differences: z.array(labelledDifference).describe('与上一版的差异；now 为本版数字'),
  causes: z.array(record),
  causesInAll: z.int(),
});

/** Answer to a restatement. */
export const yearRestatedAnswer = answer<Omit<YearRestated, 'repeated'>>()({
  ...yearClosedShape,
  differences: z.array(difference),
});

/** The tables of a year as known earlier. */
export const knownYearAnswer = answer<KnownYear>()({
  agency: z.string(),
  year: z.int(),
  form,
  known: z.union([z.looseObject({ position }), z.looseObject({ instant })]),
  figures: record.describe('table2、table3、table4 及各渠道公开数'),
  digest: z.string().describe('与某版的摘要相同，即为该版所公布'),
});

const unmatched = answer<Unmatched>()({
  caseId: z.string(),
  explainedBy: z.enum(['drift', 'adjustment']).nullable(),
});

const carried = answer<CarriedAudit>()({
  stated: z.int().describe('结转记录件数'),
  derived: z.int().describe('由案件推得的结转下年度件数'),
  missing: z.array(unmatched),
  surplus: z.array(unmatched),
});

const fault = answer<AuditFault>()({
  check: z.enum(['partition', 'lists', 'carry-forward', 'digest', 'drift', 'members']),
  message: z.string(),
  caseIds: z.array(z.string()),
  cells: z.array(cellKey),
});

const explaining = answer<ExplainingAdjustment>()({
  edition: z.int().describe('所对的版次'),
  on: date.describe('认可之日'),
  approvedBy: z.string(),
  reason: z.string(),
  cells: z.array(labelledDifference).describe('所涉数字'),
});

/** Every proof of a year. */
export const auditAnswer = answer<YearAudit>()({
  agency: z.string(),
  year: z.int(),
  form,
  position,
  cases: z.int(),
  cells: z.int(),
  carryForward: carried.nullable().describe('未关账则为 null'),
  adjustment: explaining.nullable().describe('解释现有数字与已公布版次之差异的调整；无须解释或没有解释则为 null'),
  editions: z.array(z.looseObject({ edition: z.int(), digest: z.string(), ofTables: z.string() })),
  sharedNumbers: z
    .array(z.object({ caseNumber: z.string(), caseIds: z.array(z.string()) }))
    .describe('由几件申请共用的登记号（不限年度）；是提示，不算不符'),
  sound: z.boolean().describe('true：没有任何不符'),
  faults: z.array(fault),
});
