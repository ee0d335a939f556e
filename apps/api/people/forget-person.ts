import { assertErasureApproved, erasePersonalData, isErasedFrom, notInFuture, type Case } from '#casework';
import { GongkaiError, Refused } from '#kernel';
import { caseStream, type Office, type RequestContext } from '#office';
import type { Erasure, Vault } from '#privacy';
import { z } from 'zod';
import { casesOf, holdersOf } from './cases-of-person.js';
import { erasedFate, heldFate, holdingCase, type PersonFate } from './person-fate.js';

/** How many cases a refusal tells in words; its facts have all of them. Some people apply hundreds of times. */
const MOST_TOLD = 5;

const { on, approvedBy, retentionEndedOn, reason } = erasePersonalData.body.shape;

/** The decision to forget a person, as asked for: that of the step of each case. Who stands in no case has no retention to end. */
export const forgettingBody = z.strictObject({
  on,
  reason: reason.unwrap(),
  retentionEndedOn: retentionEndedOn
    .exactOptional()
    .describe('保管期限届满之日；该人有案件时必填，不早于任何一件的办结之日'),
  approvedBy,
});
export type Forgetting = z.output<typeof forgettingBody>;

/** What became of a person who was to be forgotten. `held` only when a case came in meanwhile: ask again when it has ended. */
export interface PersonForgotten extends PersonFate {
  readonly agency: string;
  /** Every case in which the person stands. */
  readonly cases: readonly string[];
  /** True when the same decision had been carried out before. */
  readonly repeated: boolean;
}

/** What is needed to forget. */
interface Means {
  readonly office: Office;
  readonly vault: Vault;
}

/**
 * Records the erasure of one person in every case of the agency in which the person stands, then destroys the key. All cases are
 * asked before the first event: when one may not let the person go, nothing is recorded. A kill in between leaves the person
 * readable; the same command sent again goes on where it ended. Other persons of these cases stay (docs/adr/0021).
 *
 * Raises `person-still-needed` with the cases that are open or have remedies pending, `already-erased` for another decision on somebody
 * who is gone, `command-id-reused`, `four-eyes`, `date-in-future`, what the step raises, with the case named, and what the vault raises.
 */
export async function forgetPerson(
  { office, vault }: Means,
  ref: string,
  agency: string,
  decision: Forgetting,
  request: RequestContext,
): Promise<PersonForgotten> {
  const person = new Map([[ref, agency]]);
  const cases = (await casesOf(office, person)).get(ref) ?? [];
  const steps = cases.map((state) => ({ state, asked: stepIn(state, ref, decision, request) }));
  const before = await Promise.all(steps.map(({ asked }) => recordedBefore(office, asked)));
  const first = vault.erasure(ref);
  assertSameDecision(first, decision);
  assertErasureApproved(decision.approvedBy, request.principal.staffId);
  notInFuture(decision.on, request.now);

  const left = steps.filter(({ state }) => !isErasedFrom(state, ref));
  assertNobodyNeeds(left.map(({ state }) => state));
  for (const { asked } of left) await namingCase(asked.caseId, () => office.cases.rehearse(asked));
  for (const { asked } of left) await namingCase(asked.caseId, () => office.cases.record(asked));

  const answer = { agency, cases: cases.map(({ caseId }) => caseId) };
  const held = (await holdersOf(office, person)).get(ref) ?? [];
  const repeated = left.length === 0 && (first !== undefined || before.includes(true));
  if (held.length > 0 && first === undefined) return { ...heldFate(ref, held), ...answer, repeated };
  return { ...erasedFate(vault.erase(erasureOf(ref, decision))), ...answer, repeated };
}

/** The step of one case. A key holds no space, so no other command of this person can have the id. */
function stepIn({ caseId }: Case, personRef: string, decision: Forgetting, request: RequestContext) {
  const { expectedRevision: _none, ...context } = request;
  return {
    step: erasePersonalData.name,
    caseId,
    agency: null,
    body: { ...decision, personRef },
    request: { ...context, commandId: `${request.commandId} ${caseId}` },
  } as const;
}

/** Raises `command-id-reused` when the key came with another decision. */
async function recordedBefore(
  office: Office,
  { caseId, body, step, request }: ReturnType<typeof stepIn>,
): Promise<boolean> {
  const command = { name: step, stream: caseStream(caseId), body, request, commutes: erasePersonalData.commutes };
  return (await office.desk.repeated(command)) !== null;
}

function assertSameDecision(first: Erasure | undefined, { on, reason, approvedBy }: Forgetting): void {
  if (first === undefined) return;
  if (first.on === on && first.reason === reason && first.approvedBy === approvedBy) return;
  throw new Refused('already-erased', `该人的个人信息已于 ${first.on} 销毁`, { erasedOn: first.on });
}

function assertNobodyNeeds(states: readonly Case[]): void {
  const cases = states.map(holdingCase).filter(({ until }) => until !== 'erasure-decided');
  if (cases.length === 0) return;
  const told = cases.slice(0, MOST_TOLD).map(({ message }) => message);
  const messages = [...told, ...(cases.length > MOST_TOLD ? ['……'] : [])].join('；');
  throw new Refused('person-still-needed', `该人仍为 ${cases.length} 件案件所需，未作任何记录：${messages}`, { cases });
}

/** A refusal of one case says which. */
async function namingCase(caseId: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (!(cause instanceof GongkaiError)) throw cause;
    const { kind, code, message, facts } = cause;
    throw new GongkaiError(kind, code, `案件 ${caseId}：${message}`, { ...facts, caseId }, { cause });
  }
}

function erasureOf(personRef: string, { on, reason, approvedBy }: Forgetting): Erasure {
  return { personRef, on, reason, approvedBy };
}
