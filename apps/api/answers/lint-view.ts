import type { LintDocument } from '#report-files';
import { z } from 'zod';
import { answer, record } from './answer.js';

const cellKey = z.string().describe('数字的代号，例如 table3/new/total');

const ruleResult = answer<LintDocument['rules'][number]>()({
  rule: z.string(),
  ruleVersion: z.int(),
  title: z.string(),
  severity: z.enum(['error', 'warning']),
  status: z.enum(['passed', 'failed', 'not-applicable']),
  reason: z.string().nullable(),
  findings: z.array(z.object({ message: z.string(), cells: z.array(cellKey) })),
});

/** A published report, its figures as published, and what the rules say of them. */
export const lintAnswer = answer<LintDocument>()({
  file: z.string(),
  kind: z.enum(['text', 'markdown', 'html', 'docx', 'xlsx', 'xls', 'pdf']),
  encoding: z.string().nullable(),
  status: z.enum(['passed', 'failed']).describe('failed：有规则不符'),
  id: z.string(),
  agency: z.string().nullable(),
  year: z.int().nullable(),
  format: z.enum(['2019', '2021']).nullable().describe('null：两种格式均可'),
  source: z.object({ kind: z.string() }),
  complete: z.boolean().describe('表三每一格都已读出'),
  completeTables: z.object({ table2: z.boolean(), table3: z.boolean(), table4: z.boolean() }),
  table2: record.nullable().describe('原样数字；空白为 null，不作 0'),
  table3: z.record(z.string(), z.array(z.number().nullable())).nullable(),
  table4: z.record(z.string(), z.array(z.number().nullable())).nullable(),
  narrative: z.record(z.string(), z.union([z.number(), z.string()])).nullable(),
  quirks: z.array(z.string()),
  notes: z.array(z.string()).describe('读取时须知'),
  lastYear: z.string().nullable().describe('与之比对的上年度报告'),
  rules: z.array(ruleResult),
  blank: z.array(cellKey).describe('空白的单元格'),
  unread: z.array(record).describe('未能读出之处及原因'),
  remarks: z.array(record).describe('单元格中的附注'),
});
