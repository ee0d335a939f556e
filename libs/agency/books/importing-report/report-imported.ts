import { z } from 'zod';
import { defineEvent, exactLineSchema, localDateSchema } from '#kernel';
import { sha256Schema, staffIdSchema } from '#casework';
import { agencyYearShape } from '../../command.js';
import { reasonSchema } from '../../fields.js';
import { REPORT_FORMS } from '../../report-form.js';
import { TABLE_SCOPES } from '../../table-scope.js';
import { publishedTable3Schema, publishedTable4Schema, table2SchemaOf } from './published-tables.js';

const fileShape = {
  file: exactLineSchema('文件名', 200),
  sha256: sha256Schema,
};

/** Where imported figures come from. */
export const reportSourceSchema = z.strictObject({
  ...fileShape,
  original: z.strictObject(fileShape).exactOptional().describe('公布的原件；数字由其读出时填'),
  title: exactLineSchema('标题', 200).exactOptional().describe('报告标题'),
  note: exactLineSchema('来源说明', 500).exactOptional().describe('来源，例如网址与取得日期'),
});

/** Why the figures of an imported report are totalled although cases of the body are kept here. */
export const precedenceSchema = z.strictObject({
  reason: reasonSchema.describe('理由，例如年中启用本系统'),
  approvedBy: staffIdSchema.describe('批准人；不能是经办本人'),
});

/** Amounts of money stand in the event as their digits: the log takes whole numbers only. */
const table2 = table2SchemaOf(z.string().nullable());

/**
 * 导入公布的报告: the figures of a report that was published elsewhere, with their provenance. They count in the tables of the bodies
 * above, or (for a scope other than `own`) are compared with the sum of the members. A later import takes the place of this one.
 */
export const reportImported = defineEvent({
  type: 'books.report-imported',
  version: 1,
  label: '导入公布的报告',
  source: '第四十九条；国办发〔2014〕32号',
  schema: z.strictObject({
    ...agencyYearShape,
    on: localDateSchema.describe('导入之日'),
    scope: z.enum(TABLE_SCOPES).describe('报告的统计范围'),
    form: z.enum(REPORT_FORMS),
    publishedBy: z.string().nullable().describe('报告所载机关名称'),
    source: reportSourceSchema,
    precedence: precedenceSchema.exactOptional(),
    table2: z.union([table2['2021'], table2['2019']]).nullable(),
    table3: publishedTable3Schema,
    table4: publishedTable4Schema,
  }),
});

/** An imported report, as it was recorded. */
export type ImportedReport = z.output<typeof reportImported.schema>;
