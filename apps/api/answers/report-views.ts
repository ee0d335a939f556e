import type { AnnualReport } from '#annual-report';
import type { NarrativeView } from '#office';
import { z } from 'zod';
import { answer, date, record } from './answer.js';

const paragraph = z.looseObject({
  text: z.string(),
  origin: z
    .enum(['generated', 'overridden', 'written', 'draft'])
    .describe('generated：由表自动生成；overridden：改写；written：撰写；draft：沿用自上年、未确认'),
  sentence: z.string().optional().describe('自动生成的句子的编号'),
});

/** An annual report whole. */
export const annualReportAnswer = answer<AnnualReport>()({
  title: z.string(),
  agency: z.string(),
  agencyName: z.string(),
  year: z.int(),
  scope: z.enum(['own', 'level', 'region']),
  period: z.looseObject({ from: date, to: date }),
  signedOn: date.nullable().describe('落款日期'),
  edition: z.looseObject({ number: z.int(), digest: z.string() }).nullable().describe('数字所据的结账版次'),
  issue: z.looseObject({ number: z.int(), on: date }).nullable().describe('定稿版次；null 为草稿'),
  preamble: z.array(paragraph),
  sections: z.array(
    z.looseObject({
      title: z.string(),
      parts: z.array(z.looseObject({ heading: z.string().nullable(), paragraphs: z.array(paragraph) })),
      table: z.literal([2, 3, 4]).nullable().describe('本部分的表'),
    }),
  ),
  figures: record.describe('table2、table3、table4 及各渠道公开数'),
  gaps: record
    .optional()
    .describe('汇总（level、region）所缺：没有数字的成员、尚未结账的成员、未知的数字；不缺则没有此项'),
  feeDecimals: z.int(),
});

/** The words of a report with their history. */
export const narrativeAnswer = answer<NarrativeView>()({
  agency: z.string(),
  year: z.int(),
  revision: z.int().min(-1).describe('版本号，也是 ETag；-1 表示尚无记录'),
  title: z.string().nullable(),
  signedOn: date.nullable(),
  parts: record.describe('各部分文字的全部版本：文字、撰写人、日期、是否沿用自上年'),
  overrides: z.array(record).describe('全部改写：理由、当时所述的数字、是否已终止'),
  issues: z.array(record).describe('各次定稿'),
  sentences: z.array(record).describe('现在自动生成的句子及其所述的数字'),
  drafts: z.array(record).describe('沿用自上年、尚未确认的文字'),
  stale: z.array(record).describe('改写之后数字有变动的句子'),
});
