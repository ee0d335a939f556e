import { isSameJson, type Json } from '#kernel';
import type { CaseReading } from './case-reading.js';
import type { Fact } from '../telling/fact.js';
import { factsOf } from './reading-facts.js';

/** One thing on which two readings differ. `null` where the reading says nothing about it. */
export interface Difference {
  /** Path into the reading; consultations, remedies, steps and entries by id, name or revision. */
  readonly path: string;
  /** Plain Chinese. */
  readonly label: string;
  readonly before: Json;
  readonly after: Json;
}

/**
 * What differs between two readings of one case: status, fields and dates, outcome, clock, allowed steps, entries. `null` is
 * the reading from before the case. Exchanging the readings exchanges `before` and `after`; nothing differs from itself.
 */
export function differenceOf(a: CaseReading | null, b: CaseReading | null): Difference[] {
  return changesBetween(a, b).map(({ before, after, path, label }) => ({
    path,
    label,
    before: before?.value ?? null,
    after: after?.value ?? null,
  }));
}

/** The same in plain Chinese, one line a difference, allowed steps together. Empty when nothing differs. */
export function explainDifference(a: CaseReading | null, b: CaseReading | null): string[] {
  const changes = changesBetween(a, b);
  const isStep = ({ path }: Change) => path.startsWith('allowedSteps[');
  const steps = changes.filter(isStep);
  return [
    ...changes.filter((change) => !isStep(change)).map(lineOf),
    ...stepLine(
      '不再可办',
      steps.filter(({ after }) => after === undefined),
    ),
    ...stepLine(
      '新增可办',
      steps.filter(({ before }) => before === undefined),
    ),
  ];
}

const NONE = '（无）';

interface Change {
  readonly path: string;
  readonly label: string;
  readonly before: Fact | undefined;
  readonly after: Fact | undefined;
}

/** Section by section; in each in the order of the first reading, then what only the second one has. */
function changesBetween(a: CaseReading | null, b: CaseReading | null): Change[] {
  const before = byPath(factsOf(a));
  const after = byPath(factsOf(b));
  return [...new Map([...before, ...after])]
    .map(([path, { label }]) => ({ path, label, before: before.get(path), after: after.get(path) }))
    .filter((change) => !sameValue(change))
    .sort((x, y) => sectionOf(x) - sectionOf(y));
}

const SECTIONS = ['state', 'clock', 'allowedSteps', 'entries'];

function sectionOf({ path }: Change): number {
  return SECTIONS.findIndex((section) => path.startsWith(section));
}

function byPath(facts: readonly Fact[]): Map<string, Fact> {
  return new Map(facts.map((fact) => [fact.path, fact]));
}

function sameValue({ before, after }: Change): boolean {
  return before !== undefined && after !== undefined && isSameJson(before.value, after.value);
}

function lineOf({ label, before, after }: Change): string {
  return `${label}：${before?.text ?? NONE} → ${after?.text ?? NONE}`;
}

function stepLine(what: string, steps: readonly Change[]): string[] {
  const names = steps.map(({ label }) => label.slice(label.indexOf('：') + 1));
  return names.length === 0 ? [] : [`${what}：${names.join('、')}`];
}
