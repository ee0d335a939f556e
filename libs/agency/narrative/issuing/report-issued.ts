import { z } from 'zod';
import { defineEvent, localDateSchema } from '#kernel';
import { sha256Schema } from '#casework';
import { agencyYearShape } from '../../command.js';
import { TABLE_SCOPES } from '../../table-scope.js';
import { issuedSumSchema } from './issued-sum.js';

/** Where a paragraph comes from; a draft is never issued. */
const paragraphSchema = z.strictObject({
  text: z.string(),
  origin: z.enum(['generated', 'overridden', 'written']),
  sentence: z.string().optional().describe('自动生成的句子的编号'),
});

/** The words of a report as issued, in the order of the form. */
const textSchema = z.strictObject({
  title: z.string().min(1),
  agencyName: z.string().min(1),
  signedOn: localDateSchema,
  preamble: z.array(paragraphSchema),
  sections: z.array(
    z.strictObject({
      title: z.string().min(1),
      parts: z.array(z.strictObject({ heading: z.string().nullable(), paragraphs: z.array(paragraphSchema) })),
      table: z.literal([2, 3, 4]).nullable(),
    }),
  ),
  feeDecimals: z.int().min(0).max(4),
});
export type IssuedText = z.output<typeof textSchema>;

/**
 * 报告定稿: the words of one version of the report, whole, and the edition whose figures it prints; of a level or region, which close no
 * books, the figures themselves. Complete in itself: neither later text nor a later program changes what was issued (docs/adr/0013, 0020).
 */
export const reportIssued = defineEvent({
  type: 'report.issued',
  version: 1,
  label: '报告定稿',
  source: '第四十九条、第五十条',
  schema: z.strictObject({
    ...agencyYearShape,
    on: localDateSchema.describe('定稿之日'),
    issue: z.int().min(1).describe('定稿的版次'),
    edition: z.int().min(1).describe('数字所据的年度结账版次；汇总报告为其数字的版次'),
    editionDigest: sha256Schema.describe('该版次数字的摘要'),
    scope: z.enum(TABLE_SCOPES),
    sum: issuedSumSchema.exactOptional().describe('仅汇总报告：各表和所据的成员'),
    text: textSchema,
    digest: sha256Schema.describe('报告全文（含数字）规范 JSON 的 SHA-256'),
  }),
});
