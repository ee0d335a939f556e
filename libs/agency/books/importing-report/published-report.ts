import { z } from 'zod';
import { REPORT_FORMS } from '../../report-form.js';
import { publishedTable3Schema, publishedTable4Schema, table2SchemaOf } from './published-tables.js';

/** An amount in 万元 as published data has it: whole fen, hence at most six decimals. */
const amount10kSchema = z
  .number('应为不小于 0 的万元数；空白为 null')
  .min(0, '不能为负')
  .max(999_999_999, '不超过 999999999 万元')
  .refine((amount) => /^\d+(\.\d{1,6})?$/.test(String(amount)), '至多六位小数')
  .nullable();

/** What every report says beside its figures; what else the file holds (sources, sentences, remarks) is passed over. */
const headShape = {
  agency: z.string().max(200, '不超过 200 字').nullish().describe('报告所载机关名称'),
  year: z.int('应为年度').nullable().describe('数字所属年度；未知为 null'),
  table3: publishedTable3Schema,
  table4: publishedTable4Schema,
};

const table2 = table2SchemaOf(amount10kSchema);
const of2021 = z.looseObject({ ...headShape, format: z.literal('2021'), table2: table2['2021'].nullable() });
const of2019 = z.looseObject({
  ...headShape,
  format: z.literal('2019'),
  table2: table2['2019'].extend({ otherDocuments: z.unknown().optional().describe('地方自设的行；不导入') }).nullable(),
});

/** The figures of a published report as JSON (docs/formats/published-report.md). Blank is `null`; a row left out was not visible. */
export const publishedReportSchema = z
  .discriminatedUnion('format', [of2021, of2019], {
    error: (issue) => (issue.code === 'invalid_union' ? `format 应为 ${REPORT_FORMS.join(' 或 ')}` : undefined),
  })
  .describe('公布的报告中的数字');
export type PublishedReport = z.output<typeof publishedReportSchema>;
