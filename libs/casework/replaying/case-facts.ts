import type { Case } from '../case.js';
import * as words from './case-words.js';
import { factsOfRecord, type Fact, type WordsFor } from '../telling/fact.js';

/** Everything that the state of a case says, one fact a field. Consultations and remedies go by their ids. */
export function factsOfCase(state: Case): Fact[] {
  return [
    ...factsOfRecord('state', state, words.CASE_WORDS),
    ...factsOfRecord('state.correction', state.correction, words.CORRECTION_WORDS),
    ...factsOfRecord('state.reasons', state.reasons, words.REASONS_WORDS),
    ...factsOfList('state.consultations', state.consultations, 'consultationId', words.CONSULTATION_WORDS, '征求意见'),
    ...factsOfRecord('state.extension', state.extension, words.EXTENSION_WORDS),
    ...factsOfRecord('state.fee', state.fee, words.FEE_WORDS),
    ...factsOfRecord('state.decision', state.decision, words.DECISION_WORDS),
    ...factsOfRecord('state.reply', state.reply, words.REPLY_WORDS),
    ...factsOfRecord('state.ending', state.ending, words.ENDING_WORDS),
    ...factsOfList('state.remedies', state.remedies, 'remedyId', words.REMEDY_WORDS, '复议、诉讼'),
  ];
}

/** An id that comes again (only as recorded, where a struck record still stands) is told apart by its turn: `[c-1#2]`. */
function factsOfList<T extends object, Id extends keyof T & string>(
  path: string,
  list: readonly T[],
  id: Id,
  wordsOfOne: WordsFor<Omit<T, Id>>,
  name: string,
): Fact[] {
  const seen = new Map<string, number>();
  return list.flatMap((one) => {
    const key = String(one[id]);
    const turn = (seen.get(key) ?? 0) + 1;
    seen.set(key, turn);
    const place = turn === 1 ? key : `${key}#${turn}`;
    return factsOfRecord<Omit<T, Id>>(`${path}[${place}]`, one, wordsOfOne, `${name}（${place}）`);
  });
}
