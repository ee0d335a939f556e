import { NotFound } from '#kernel';
import type { Erasure } from '../person/erasure.js';
import type { PersonReader } from '../reading/person-reader.js';
import { destroy, unfinished, type Stores } from './destroy.js';

/**
 * Erases persons, and with them whatever earlier erasures left unfinished. Answers, per request, with the decision that
 * counts: the first one. Raises `not-found` before anything is written when a person is unknown; `vault-scrub-incomplete`.
 */
export function eraseAll(stores: Stores, reader: PersonReader, asked: readonly Erasure[]): readonly Erasure[] {
  const decided = new Map<string, Erasure>();
  const fresh: Erasure[] = [];
  for (const erasure of asked) {
    const person = erasure.personRef;
    if (decided.has(person)) continue;
    const first = reader.erasure(person);
    if (!first && !reader.isKnown(person)) throw new NotFound('个人信息', person);
    if (!first) fresh.push(erasure);
    decided.set(person, first ?? erasure);
  }
  destroy(stores, [...unfinished(stores), ...fresh]);
  return asked.map((erasure) => decided.get(erasure.personRef) ?? erasure);
}
