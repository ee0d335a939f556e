import { RuleBroken } from '#kernel';
import type { Case } from '../case.js';
import { notBefore } from '../rules.js';
import type { Dated } from '../step.js';
import type { Consultation, ConsultationKind } from './consultation.js';

/** What both letters record. */
export interface Sent extends Dated {
  readonly consultationId: string;
}

/** Raises `consultation-exists` for an id that the case already uses, `date-order` for a letter before receipt. */
export function assertNewConsultation(state: Case, { on, consultationId }: Sent): void {
  notBefore(on, state.receivedOn, '收到申请之日');
  if (state.consultations.some((consultation) => consultation.consultationId === consultationId)) {
    throw new RuleBroken('consultation-exists', 'body.consultationId', `本件已有代号为 ${consultationId} 的征求意见`);
  }
}

/** The case with one more open consultation. */
export function withConsultation(state: Case, kind: ConsultationKind, { on, consultationId }: Sent): Case {
  const letter: Consultation = { consultationId, kind, sentOn: on, deliveredOn: null, endedOn: null, result: null };
  return { ...state, consultations: [...state.consultations, letter] };
}

/** The consultation with this id. Raises `consultation-unknown`. */
export function consultationOf(state: Case, consultationId: string): Consultation {
  const found = state.consultations.find((consultation) => consultation.consultationId === consultationId);
  if (found) return found;
  throw new RuleBroken('consultation-unknown', 'body.consultationId', `本件没有代号为 ${consultationId} 的征求意见`, {
    consultationIds: state.consultations.map((consultation) => consultation.consultationId),
  });
}

/** The case with new facts about one consultation. */
export function amendConsultation(state: Case, consultationId: string, facts: Partial<Consultation>): Case {
  const consultations = state.consultations.map((consultation) =>
    consultation.consultationId === consultationId ? { ...consultation, ...facts } : consultation,
  );
  return { ...state, consultations };
}
