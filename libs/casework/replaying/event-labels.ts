import { caseEvents } from '../steps.js';

const labels = new Map(caseEvents.map(({ type, label }) => [type, label]));

/** The Chinese name of an event type of casework; the type itself for any other. */
export function labelOfEvent(type: string): string {
  return labels.get(type) ?? type;
}
