import {
  CASE_STATUSES,
  READING_KINDS,
  type CaseReading,
  type Difference,
  type DocumentReading,
  type EntryReading,
  type ReadingPoint,
} from '#casework';
import type { CaseCell, CaseCells, CaseYear, CaseDifference, CaseReplay, LineageEntry } from '#office';
import { z } from 'zod';
import { answer, date, instant, record, revision } from './answer.js';
import { caseState, allowedStep, toldFact } from './case-views.js';

const point = answer<ReadingPoint>()({
  revision: revision.optional(),
  knownAt: instant.optional(),
  on: date.optional(),
  as: z.enum(READING_KINDS).optional(),
});

const entry = answer<EntryReading>()({
  revision,
  supplied: z.int().nullable().describe('更正补记的第几个步骤；日志本身的记录则为 null'),
  type: z.string(),
  label: z.string(),
  on: date,
  recordedAt: instant,
  actor: z.string(),
  amendedBy: z.array(revision).describe('由第几条记录更正'),
  voidedBy: z.array(revision).describe('由第几条记录作废'),
  facts: z.array(toldFact).describe('记录的每一项内容，依这一读法'),
});

const document = answer<DocumentReading>()({
  revision,
  type: z.string(),
  label: z.string(),
  on: date,
  path: z.string(),
  number: z.string().nullable().describe('文号'),
  sha256: z.string().nullable(),
});

const reading = answer<CaseReading>()({
  point,
  status: z.enum(CASE_STATUSES),
  statusLabel: z.string(),
  state: caseState,
  allowedSteps: z.array(allowedStep),
  entries: z.array(entry),
  documents: z.array(document),
  clock: record.describe('法定期限，逐日'),
});

/** A case as it reads from a point. */
export const replayAnswer = answer<CaseReplay>()({
  caseId: z.string(),
  agency: z.string(),
  revision,
  reading: reading.nullable().describe('null：其时尚无本件'),
  explanation: z.array(z.string()),
});

const difference = answer<Difference>()({
  path: z.string(),
  label: z.string(),
  before: z.unknown().describe('null：该处没有内容'),
  after: z.unknown().describe('null：该处没有内容'),
});

/** What differs between two readings of a case. */
export const differenceAnswer = answer<CaseDifference>()({
  caseId: z.string(),
  agency: z.string(),
  revision,
  from: point,
  to: point,
  differences: z.array(difference),
  explanation: z.array(z.string()),
});

/** An entry of a case behind a figure. */
export const lineageEntryAnswer = answer<LineageEntry>()({
  revision,
  supplied: z.int().nullable().describe('补记的第几个步骤；不是补记的为 null'),
  type: z.string(),
  label: z.string(),
  on: date.describe('更正后的事实日期'),
  amendedBy: z.array(revision).describe('由哪几条更正'),
});

const cell = answer<CaseCell>()({
  cell: z.string(),
  label: z.string(),
  remedyId: z.string().nullable(),
  because: z.array(lineageEntryAnswer),
});

const caseYear = answer<CaseYear>()({
  year: z.int(),
  form: z.enum(['2019', '2021']),
  cells: z.array(cell),
  scopes: z
    .array(z.looseObject({ agencyId: z.string(), scope: z.enum(['level', 'region']) }))
    .describe('还计入哪些机关的本级（level）、本地区（region）汇总表'),
});

/** The cells that a case is in, year by year. */
export const caseCellsAnswer = answer<CaseCells>()({
  caseId: z.string(),
  agency: z.string(),
  years: z.array(caseYear),
});
