import { APPLICANT_KINDS, caseSteps, INSERTABLE_EVENTS, OUTCOMES, REMEDY_RESULTS } from '#casework';
import { TABLE_EVENT_TYPES } from '#statistics';

/**
 * What a bundle says on how events count: columns, row of every outcome, events that end a case without a decision, events that count
 * and can be supplied by a rectification. The script that verifies bundles knows the hash of this line and takes no other: a change
 * of it is another format.
 */
export function countingLine(): object {
  const outcomes = Object.entries(OUTCOMES).map(([code, { rows }]) => [code, rows['2021']]);
  const endings = Object.values(OUTCOMES).flatMap(({ reachedBy, rows }) =>
    reachedBy === 'reply' ? [] : [[eventOf(reachedBy), rows['2021']]],
  );
  const supplied = Object.entries(INSERTABLE_EVENTS).filter(([, type]) => TABLE_EVENT_TYPES.includes(type));
  return {
    counting: {
      kinds: APPLICANT_KINDS,
      results: REMEDY_RESULTS,
      outcomes: Object.fromEntries(outcomes) as object,
      endings: Object.fromEntries(endings) as object,
      supplied: Object.fromEntries(supplied),
    },
  };
}

function eventOf(step: string): string {
  return caseSteps.find(({ name }) => name === step)!.event.type;
}
