import type { GongkaiError, SourcePosition } from '#kernel';
import type { BoundColumn } from '../mapping/bind-columns.js';
import type { RegisterField } from '../mapping/fields.js';
import type { Mapping } from '../mapping/mapping.js';
import { shown } from '../rows/read-row.js';
import type { RegisterFacts, RowFault } from '../rows/register-row.js';
import { textOf, type SheetRow } from '../sheet.js';
import { applicantRefOf, caseIdOf } from './case-ids.js';
import { planSteps, type PlannedStep } from './plan-steps.js';
import { Rehearsal, type RehearsalSurroundings, type RehearsedStep } from './rehearse.js';

/** A row that the rules accept, with the steps that it amounts to. */
export interface AcceptedRow {
  readonly caseId: string;
  readonly facts: RegisterFacts;
  readonly source: SourcePosition;
  readonly steps: readonly RehearsedStep[];
}

/** What a row becomes, or why it becomes nothing: all of its gaps, or the first step that the rules refuse. */
export type RowPlan = { readonly accepted: AcceptedRow } | { readonly faults: readonly RowFault[] };

/** A row with its facts and its place in the register. */
export interface ReadRow {
  readonly row: SheetRow;
  readonly facts: RegisterFacts;
  readonly source: Omit<SourcePosition, 'declared'>;
}

/** Turns the facts of a row into steps and rehearses them, one after the other, by the rules of casework. */
export function planRow(
  { row, facts, source }: ReadRow,
  mapping: Mapping,
  columns: readonly BoundColumn[],
  surroundings: RehearsalSurroundings,
): RowPlan {
  const fault = (field: RegisterField, reason: string): RowFault => {
    const column = columns.find((one) => one.field === field);
    return {
      field,
      column: column?.head ?? null,
      value: column ? shown(textOf(row.cells[column.at])) : '',
      reason,
    };
  };
  const { channel = mapping.declared.channel, applicantKind = mapping.declared.applicantKind } = facts;
  const plan = planSteps(facts, mapping);
  const gaps = [
    ...(channel === undefined ? [{ field: 'channel', reason: '申请渠道未知' } as const] : []),
    ...(applicantKind === undefined ? [{ field: 'applicantKind', reason: '申请人情况未知' } as const] : []),
    ...('gaps' in plan ? plan.gaps : []),
  ];
  if (gaps.length > 0 || 'gaps' in plan) return { faults: gaps.map(({ field, reason }) => fault(field, reason)) };

  const caseId = caseIdOf(surroundings.agency.agencyId, facts.caseNumber);
  const whole = { ...source, declared: declaredIn(facts, mapping) };
  const rehearsal = new Rehearsal(caseId, whole, surroundings);
  const registration: PlannedStep = {
    step: 'receive-application',
    field: 'receivedOn',
    body: {
      on: facts.arrivedOn ?? facts.receivedOn,
      channel: channel!,
      applicantRef: applicantRefOf(caseId),
      applicantKind: applicantKind!,
      caseNumber: facts.caseNumber,
    },
  };
  const refused = rehearsal.take(registration) ?? receipt(rehearsal, facts) ?? inTurn(rehearsal, plan.steps);
  if (refused !== null) return { faults: [fault(cellOf(refused), reasonOf(refused.error))] };
  return { accepted: { caseId, facts, source: whole, steps: rehearsal.steps } };
}

/** Where the law or the policy fixes the receipt date at once, the register has to say the same; else it is the confirmation. */
function receipt(rehearsal: Rehearsal, { receivedOn }: RegisterFacts): Refusal | null {
  const fixed = rehearsal.state?.receivedOn ?? null;
  if (fixed === null) return rehearsal.take({ step: 'confirm-receipt', field: 'receivedOn', body: { on: receivedOn } });
  if (fixed === receivedOn) return null;
  return {
    field: 'receivedOn',
    error: { message: `按申请渠道，收到之日应为到达之日 ${fixed}，台账记为 ${receivedOn}`, facts: {} },
  };
}

function inTurn(rehearsal: Rehearsal, steps: readonly PlannedStep[]): Refusal | null {
  for (const step of steps) {
    const refused = rehearsal.take(step);
    if (refused !== null) return refused;
  }
  return null;
}

interface Refusal {
  readonly field: RegisterField;
  readonly error: Pick<GongkaiError, 'message' | 'facts'>;
}

/** The cell at fault: a step has its day in one column, the number of its document in another. */
function cellOf({ field, error }: Refusal): RegisterField {
  return error.facts.fields?.every(({ path }) => path.startsWith('body.document')) ? 'replyNumber' : field;
}

/** The words for people; the paths of a command body mean nothing to them. */
function reasonOf({ message, facts }: Refusal['error']): string {
  return facts.fields?.map((one) => one.message).join('；') ?? message;
}

function declaredIn(facts: RegisterFacts, { declared }: Mapping): readonly string[] {
  const used = [
    ...(facts.applicantKind === undefined ? ['applicantKind'] : []),
    ...(facts.channel === undefined ? ['channel'] : []),
    ...(facts.correctionRequestedOn === undefined ? [] : ['correctionItems']),
    ...(facts.extendedOn === undefined ? [] : ['extensionApprovedBy']),
    ...(facts.extendedOn === undefined || facts.extensionDays !== undefined ? [] : ['extensionDays']),
  ];
  return used.filter((name) => name in declared).sort();
}
