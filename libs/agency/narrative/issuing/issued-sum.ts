import { z } from 'zod';
import { sha256Schema } from '#casework';

const bodySchema = z.strictObject({ agency: z.string().min(1), name: z.string().min(1) });

/** What the figures of a scope lack: whose figures, whose last word, whose choice, which cells, whose section 一. */
const reportGapsSchema = z.strictObject({
  missing: z.array(bodySchema).describe('没有数字的成员'),
  notClosed: z.array(bodySchema).describe('尚未结账、按现有数字汇总的成员'),
  undecided: z
    .array(bodySchema)
    .exactOptional()
    .describe('已导入报告、本系统又有办件或台账，未定以哪个为准而按导入的报告汇总的成员'),
  unknown: z
    .array(z.strictObject({ cell: z.string().min(1), label: z.string().min(1), of: z.array(bodySchema) }))
    .describe('因有成员不明而未知、留为空白的数字，及不明的成员'),
  sectionOne: z.array(bodySchema).describe('未载明主动公开条数的成员'),
});
export type ReportGaps = z.output<typeof reportGapsSchema>;

/** A member as the sum took it in: by the number and digest of its edition, or by the digest of the file of its imported report. */
const summedMemberSchema = z.strictObject({
  ...bodySchema.shape,
  basis: z.enum(['edition', 'imported', 'current', 'missing']),
  edition: z.int().min(1).nullable(),
  digest: sha256Schema.nullable().describe('版次的摘要，或导入文件的 SHA-256'),
});

/** The figures of an issued report of a scope, whole, and what they were added up from. */
export const issuedSumSchema = z.strictObject({
  tables: z.record(z.string(), z.json()).describe('各表，按公布数据的格式；未知为 null'),
  members: z.array(summedMemberSchema),
  gaps: reportGapsSchema.exactOptional().describe('豁免 V10 而定稿时所缺的'),
});
export type IssuedSum = z.output<typeof issuedSumSchema>;

/** Whether figures themselves are lacking or may still change; section 一 is in no table of the form. */
export function lacksFigures(gaps: ReportGaps | undefined): boolean {
  if (gaps === undefined) return false;
  const { missing, notClosed, undecided = [], unknown } = gaps;
  return missing.length + notClosed.length + undecided.length + unknown.length > 0;
}
