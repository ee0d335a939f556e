import { z } from 'zod';
import { defineEvent, localDateSchema } from '#kernel';
import { sha256Schema } from '#casework';
import { agencyYearShape } from '../../command.js';
import { REPORT_FORMS } from '../../report-form.js';
import { TABLE_SCOPES } from '../../table-scope.js';
import { ruleIdSchema } from '../waiving-rule/waive-rule.js';

const countSchema = z.int().min(0);

/** What the edition was made with: enough to make it again. */
const manifestSchema = z.strictObject({
  form: z.enum(REPORT_FORMS),
  /** Version of the rule catalogue. */
  ruleVersion: z.string().min(1),
  /** Version of every calendar year that a deadline of the year used. */
  calendarVersions: z.array(z.string().min(1)),
  agencyTreeVersion: z.string().min(1),
  softwareVersion: z.string().min(1),
  /** Merkle root over the heads of all streams at the edition's position (docs/formats/merkle-root.md); missing in early editions. */
  logRoot: sha256Schema.optional(),
});

/** A rule that the figures did not meet. Errors stand here only with a waiver. */
const findingSchema = z.strictObject({
  id: ruleIdSchema,
  severity: z.enum(['error', 'warning']),
  message: z.string().min(1),
  cells: z.array(z.string().min(1)),
});

const sectionOneSchema = z.strictObject({
  total: countSchema,
  channels: z.array(
    z.strictObject({
      channel: z.string(),
      count: countSchema,
      categories: z.array(z.strictObject({ category: z.string().nullable(), count: countSchema })),
    }),
  ),
});

/** Fields of an edition, whether it closes a year or restates it. */
export const editionShape = {
  ...agencyYearShape,
  on: localDateSchema.describe('结账之日'),
  edition: z.int().min(1).describe('版次'),
  position: z.string().min(1).describe('计算所依据的日志位置'),
  form: z.enum(REPORT_FORMS),
  scope: z.enum(TABLE_SCOPES),
  tables: z.record(z.string(), z.json()).describe('各表，按公布数据的格式'),
  sectionOne: sectionOneSchema.describe('一、总体情况的各渠道公开条数'),
  manifest: manifestSchema,
  ruleFindings: z.array(findingSchema),
  waivers: z.array(ruleIdSchema).describe('据以结账的豁免'),
  digest: sha256Schema.describe('规范 JSON 的 SHA-256'),
  carriedForward: countSchema.describe('结转下年度的申请件数'),
};

/** 年度结账: one edition of the report on a year, with all that is needed to read and to verify it. Never changed by later facts. */
export const yearClosed = defineEvent({
  type: 'books.year-closed',
  version: 1,
  label: '年度结账',
  source: '第四十九条、第五十条',
  schema: z.strictObject(editionShape),
});
