import type { CellCase, CellEntry, CellPage, YearRulesView, YearVerified, YearView } from '#office';
import { z } from 'zod';
import { answer, date, next, position, record, revision } from './answer.js';
import { lineageEntryAnswer } from './replay-views.js';

/** A year: figures now, and the published edition. */
export const yearAnswer = answer<YearView>()({
  agency: z.string(),
  agencyName: z.string(),
  year: z.int(),
  position,
  figures: record.describe('table2、table3、table4 及各渠道公开数'),
  closed: answer<NonNullable<YearView['closed']>>()({
    edition: z.int(),
    digest: z.string(),
    position,
    closedOn: date,
    form: z.enum(['2019', '2021']),
    manifest: record.describe('版次的来历：日志位置、规则、日历与程序版本'),
    carriedForward: z.int(),
    figuresStillEqual: z.boolean().describe('false：现有数字与已公布版次不同'),
  }).nullable(),
});

/** The rules applied to a year. */
export const yearRulesAnswer = answer<YearRulesView>()({
  rulesVersion: z.string(),
  results: z.array(record).describe('每条规则的结果；waived：已豁免'),
  blocking: z.array(z.string()).describe('阻止关账的规则编号'),
});

const cellCase = answer<CellCase>()({
  caseId: z.string(),
  events: z.array(lineageEntryAnswer),
});

const figure = z.union([z.number(), z.string()]).nullable();

/** A register entry behind a figure. */
export const cellEntryAnswer = answer<CellEntry>()({
  agency: z.string(),
  year: z.int().describe('台账年度'),
  revision,
  position,
  type: z.string(),
  label: z.string(),
  on: date,
  amount: z.int().describe('对该数字的增减；unit 为 fen 时以分计'),
  unit: z.enum(['count', 'fen']),
  amendedBy: z.array(revision).describe('由该台账的哪几条更正'),
});

/** What is behind a figure. */
export const cellAnswer = answer<CellPage>()({
  value: figure,
  recounted: figure.describe('台账各条之和；来自案件的数字则为 null'),
  cases: z.array(cellCase).describe('表三、表四：案件'),
  entries: z.array(cellEntryAnswer).describe('表二、一、总体情况：台账记录'),
  next,
});

/** The outcome of recomputing a closed year. */
export const verifiedAnswer = answer<YearVerified>()({
  agency: z.string(),
  year: z.int(),
  edition: z.int(),
  publishedDigest: z.string(),
  recomputedDigest: z.string(),
  equal: z.boolean(),
  eventsRead: z.int(),
  differences: z.array(record),
});
