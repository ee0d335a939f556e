import { TABLE_SCOPES, type ReportForm } from '#agency';
import { table2Cells, TABLE3_COLUMNS, table3Rows, TABLE4_BLOCKS, TABLE4_COLUMNS, type Table2Row } from '#statistics';
import { z } from 'zod';

/** Name and version of the format; a change that breaks readers gets the next number. */
export const REPORT_JSON_FORMAT = 'gongkai/annual-report/1';

const date = z.iso.date();
const count = z.int().nonnegative();
/** Whole, negative only where the form has an increase or a decrease. `null`: nobody recorded it; never the same as 0. */
const figure = z.int().nullable();

const paragraph = z
  .strictObject({
    text: z.string(),
    origin: z
      .enum(['generated', 'overridden', 'written', 'draft'])
      .describe(
        'generated from the tables; overridden with a recorded reason; written this year; draft: of last year, unconfirmed',
      ),
    sentence: z.string().optional().describe('Id of the generated sentence that it is, or stands for'),
  })
  .meta({ id: 'Paragraph', description: 'One paragraph of running text and where it comes from' });

const section = z
  .strictObject({
    title: z.string(),
    parts: z.array(z.strictObject({ heading: z.string().nullable(), paragraphs: z.array(paragraph) })),
    table: z
      .union([z.literal(2), z.literal(3), z.literal(4)])
      .nullable()
      .describe('The table that stands in the section'),
  })
  .meta({ id: 'Section' });

const head = {
  format: z.literal(REPORT_JSON_FORMAT),
  status: z.enum(['issued', 'draft']).describe('draft: not to be handed in yet'),
  statusLabel: z.string().describe('草稿, or which issue (定稿)'),
  title: z.string(),
  agency: z.string().describe('Id of the agency'),
  agencyName: z.string(),
  year: z.int(),
  scope: z.enum(TABLE_SCOPES),
  period: z.strictObject({ from: date, to: date }),
  signedOn: date.nullable(),
  edition: z
    .strictObject({
      number: z.int().positive(),
      digest: z.string().describe('SHA-256 of the figures of the edition, hex'),
    })
    .nullable()
    .describe('Edition of the figures; null: the year is not closed'),
  issue: z
    .strictObject({ number: z.int().positive(), on: date })
    .nullable()
    .describe('Which version of the report was issued with these words; null: a draft'),
};

const bodies = z.array(z.strictObject({ agency: z.string(), name: z.string() }));

const gaps = z
  .strictObject({
    missing: bodies.describe('Members without figures'),
    notClosed: bodies.describe('Members that were added up as they stand: their year is not closed'),
    undecided: bodies
      .optional()
      .describe(
        'Members whose imported report was added up although books are kept here, too, and nobody decided between them',
      ),
    unknown: z
      .array(z.strictObject({ cell: z.string(), label: z.string(), of: bodies }))
      .describe('Figures that are null, each with the members that do not tell theirs'),
    sectionOne: bodies.describe('Members that do not tell how many items they published'),
  })
  .optional()
  .describe('What the figures of a level or region lack; left out where they lack nothing');

const body = {
  preamble: z.array(paragraph),
  sections: z.array(section).length(6),
  published: z
    .strictObject({
      total: count,
      channels: z.array(
        z.strictObject({
          channel: z.string(),
          count,
          categories: z.array(z.strictObject({ category: z.string().nullable(), count })),
        }),
      ),
    })
    .nullable()
    .describe(
      'Section 一: items published, in all and by channel; null: a member of the level or region does not tell its own',
    ),
  feeDecimals: z.int().min(0).max(6).describe('Decimals of 万元 in table 2 as printed'),
};

const row3 = z
  .array(figure)
  .length(TABLE3_COLUMNS.length)
  .meta({ id: 'Table3Row', description: TABLE3_COLUMNS.join(', ') });

const row4 = z
  .array(figure)
  .length(TABLE4_COLUMNS.length)
  .meta({ id: 'Table4Row', description: TABLE4_COLUMNS.join(', ') });

/** Tables of a form: every row of it, no other. */
function tablesOfForm(form: ReportForm) {
  const rows = Map.groupBy(table2Cells(form), ({ row }) => row);
  const table2 = [...rows].map(([row, cells]) => [
    row,
    table2Row(
      row,
      cells.map(({ column }) => column),
    ),
  ]);
  return {
    table2: z.strictObject(Object.fromEntries(table2) as Record<string, z.ZodType>),
    table3: z.strictObject(Object.fromEntries(table3Rows(form).map((row) => [row, row3]))),
    table4: z.strictObject(Object.fromEntries(TABLE4_BLOCKS.map((block) => [block, row4]))),
  };
}

function table2Row(row: Table2Row, columns: readonly string[]) {
  const amount10k = z.number().nonnegative().nullable().describe('万元');
  const shape = columns.map((column) => [column, column === 'amount10k' ? amount10k : figure]);
  const amountText = z.string().describe('The amount with its unit');
  return z.strictObject({
    ...(Object.fromEntries(shape) as Record<string, z.ZodType>),
    ...(row === 'procurement' && { amountText }),
  });
}

const ofForm = <F extends ReportForm>(form: F) =>
  z.strictObject({ ...head, form: z.literal(form), gaps, ...body, tables: z.strictObject(tablesOfForm(form)) });

/** A report as published JSON. The form decides which rows the tables have. */
export const reportJsonSchema = z
  .discriminatedUnion('form', [ofForm('2019'), ofForm('2021')])
  .describe('政府信息公开工作年度报告');

/** The schema for others: JSON Schema (2020-12). */
export function reportJsonSchemaText(): string {
  return `${JSON.stringify(z.toJSONSchema(reportJsonSchema), null, 2)}\n`;
}
