import { calendarOf } from '#calendar';
import type { AgencyState } from '#agency';
import { BLANK, parseMapping, planImport, type Cell, type ImportPlan, type Mapping, type Sheet } from '../index.js';
import type { RehearsalSurroundings } from '../planning/rehearse.js';

/** The columns of the registers in specifications. */
export const HEADS = [
  '编号',
  '收到',
  '渠道',
  '类型',
  '补正告知',
  '补正期限',
  '收到补正',
  '延期',
  '结果',
  '答复',
] as const;

/** A mapping for {@link HEADS}; `changes` replace whole parts of it. */
export function mappingOf(changes: Readonly<Record<string, unknown>> = {}): Mapping {
  return parseMapping({ ...MAPPING, ...changes });
}

/** The mapping before it is parsed. */
export const MAPPING = {
  format: 'gongkai/case-register-mapping/1',
  columns: {
    caseNumber: '编号',
    receivedOn: '收到',
    channel: '渠道',
    applicantKind: '类型',
    correctionRequestedOn: '补正告知',
    correctBy: '补正期限',
    correctedOn: '收到补正',
    extendedOn: '延期',
    outcome: '结果',
    endedOn: '答复',
  },
  words: {
    channel: { 当面: 'in-person', 网上: 'internet' },
    applicantKind: { 公民: 'natural-person', 企业: 'commercial-enterprise' },
    outcome: { 公开: 'granted_provided', 部分公开: 'partially_granted', 撤回: 'other_withdrawn', 在办: 'open' },
  },
  declared: { correctionItems: ['description'], extensionDays: 10, extensionApprovedBy: 'head-1' },
};

const AGENCY: AgencyState = {
  agencyId: 'town',
  level: 'town',
  jurisdiction: 'CN',
  foundedOn: '2008-05-01',
  dissolution: null,
  names: [{ from: '2008-05-01', value: '某镇人民政府' }],
  parents: [{ from: '2008-05-01', value: null }],
  policies: [],
};

/** Late enough that nothing lies in the future; the shipped calendar; the usual policy. */
export const SURROUNDINGS: RehearsalSurroundings = {
  agency: AGENCY,
  calendar: calendarOf('CN'),
  actor: 'head-1',
  now: '2030-01-01T00:00:00.000Z',
};

/** A sheet whose first row are the heads; texts become text cells. */
export function sheetOf(rows: readonly (readonly (string | Cell)[])[], heads: readonly string[] = HEADS): Sheet {
  const cells = (row: readonly (string | Cell)[]) =>
    row.map((cell) => (typeof cell === 'string' ? textCell(cell) : cell));
  return {
    name: '台账',
    rows: [heads, ...rows].map((row, at) => ({ number: at + 1, hidden: false, cells: cells(row) })),
    notes: [],
  };
}

function textCell(text: string): Cell {
  return text === '' ? BLANK : { kind: 'text', text };
}

/** Plans a sheet to the end. */
export function plan(sheet: Sheet, mapping: Mapping = mappingOf(), openingYear: number | null = null): ImportPlan {
  const file = { name: 'register.xlsx', sha256: 'f'.repeat(64) };
  const planning = planImport({ sheet, mapping, file, surroundings: SURROUNDINGS, openingYear });
  for (;;) {
    const step = planning.next();
    if (step.done === true) return step.value;
  }
}

/** Rows that were refused, each with its reasons. */
export function refusals({ refused }: ImportPlan): readonly string[] {
  return refused.flatMap(({ row, faults }) => faults.map(({ field, reason }) => `${row} ${field ?? ''}: ${reason}`));
}
