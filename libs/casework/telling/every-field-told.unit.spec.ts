import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { histories } from '../replaying/random-replay.testkit.js';
import { ENTRY_RECTIFIED, settledEntries } from '../rectifying/settled-history.js';
import type { RawEntry } from '../step.js';
import { caseEvents } from '../steps.js';
import type { ToldFact } from './fact.js';
import { factsOfEntry } from './facts-of-entry.js';
import { codesOf, fieldsOf, leavesOf, type Leaf } from './payload-oracle.testkit.js';
import { LONG_CASE, RECTIFIED_CASE, SHORT_CASES } from './told-cases.testkit.js';

const codes = codesOf(caseEvents);

/** The empty record of a correction that only takes fields away; the one thing that is not told. */
const NOTHING_CORRECTED = 'action.fields';

describe('what the entries of any case say', () => {
  const seen = new Set<string>();

  it('is every field of every payload, as recorded and as corrected, in Chinese and without codes (property)', () => {
    fc.assert(fc.property(histories, expectWhollyTold), { numRuns: 400, seed: 37 });
  });

  it('is so for cases that chance does not meet', () => {
    for (const history of [LONG_CASE, RECTIFIED_CASE, ...SHORT_CASES]) expectWhollyTold(history);
  });

  it('was asked of every field that a payload can have', () => {
    const fields = caseEvents.flatMap((event) => [...fieldsOf(event)].map((field) => `${event.type} ${field}`));
    expect(fields.filter((field) => !seen.has(field))).toEqual([]);
  });

  function expectWhollyTold(history: readonly RawEntry[]): void {
    const settled = settledEntries(history, ENTRY_RECTIFIED).map(({ entry }) => entry);
    const faults = [...history, ...settled].flatMap((entry) => {
      const facts = factsOfEntry(entry, history);
      const leaves = leavesOf(entry.data).filter(({ path }) => path !== NOTHING_CORRECTED);
      for (const { path } of leaves) for (const field of upTo(path)) seen.add(`${entry.type} ${field}`);
      const untold = leaves.filter((leaf) => facts.filter((fact) => tells(fact, leaf)).length !== 1);
      const unclear = facts.filter(isUnclear);
      const twice = facts.length - new Set(facts.map(({ path }) => path)).size;
      return untold.length + unclear.length + twice === 0 ? [] : [{ type: entry.type, untold, unclear, twice }];
    });
    expect(faults).toEqual([]);
  }
});

/** Whether the fact stands at the leaf or around it, and says what the leaf says. */
function tells({ path, text }: ToldFact, leaf: Leaf): boolean {
  if (!leaf.path.startsWith(path) || !/^($|\.|\[)/.test(leaf.path.slice(path.length))) return false;
  if (typeof leaf.value === 'number') return numbersOf(text).includes(inYuan(leaf.path, leaf.value));
  const namesField = leaf.path.startsWith('action.remove[');
  return typeof leaf.value !== 'string' || codes.has(leaf.value) || namesField || text.includes(leaf.value);
}

/** No Chinese label, nothing said, a value that is none, or a code of an enumeration. */
function isUnclear({ label, text }: ToldFact): boolean {
  const words = `${label} ${text}`.match(/[A-Za-z][\w.-]*/g) ?? [];
  return (
    !/^\p{Script=Han}/u.test(label) ||
    /^$|undefined|null|true|false|\[object/.test(text) ||
    words.some((word) => codes.has(word))
  );
}

function numbersOf(text: string): string[] {
  return text.replaceAll(',', '').match(/\d+(\.\d+)?/g) ?? [];
}

function inYuan(path: string, value: number): string {
  return path.endsWith('amountFen') ? String(value / 100) : String(value);
}

/** A path without indices, and those of the fields around it: a field may be a record of which the schema says no more. */
function upTo(path: string): string[] {
  const parts = path.replace(/\[\d+\]/g, '[]').split('.');
  return parts.map((_part, index) => parts.slice(0, index + 1).join('.'));
}
