import { calendarOf } from '#calendar';
import type { Case } from '../case.js';
import { evolve, type CaseEntry } from '../history.js';
import { readClock } from '../legal-clock.js';
import { isAllowed } from '../lifecycle.js';
import { slowEntries, slowHistory } from '../rectifying/oracle.testkit.js';
import { targetsOf, type Rectifying } from '../rectifying/rectifying-action.js';
import type { Dated, RawEntry } from '../step.js';
import { caseSteps } from '../steps.js';
import type { ReadingPoint } from './reading-point.js';

const RECTIFIED = 'case.entry-rectified';

/** What a point means, by the definition: throw away what was not known, rectify, throw away what had not happened, fold. */
export function slowReading(raw: readonly RawEntry[], point: ReadingPoint) {
  const known = knownAt(raw, point);
  const corrected = point.as !== 'recorded';
  const history = corrected ? slowHistory(known) : known.filter(({ type }) => type !== RECTIFIED);
  const facts = history.filter(({ data }) => point.on === undefined || (data as Dated).on <= point.on);
  if (facts[0]?.type !== 'case.application-received') return null;
  let state: Case | null = null;
  for (const fact of facts) state = evolve(state, fact as CaseEntry);
  if (state === null) return null;
  const folded: Case = state;
  const { status } = folded;
  return {
    state,
    status,
    clock: readClock(state, calendarOf('CN')),
    allowedSteps: caseSteps
      .filter(({ name }) => isAllowed(name, status) && !['carry-forward', 'record-past-result'].includes(name))
      .filter(({ isPossible }) => isPossible === undefined || isPossible(folded))
      .map(({ name }) => name),
    facts: facts.map(({ type, data, by }) => [by.revision, type, (data as Dated).on]),
    rectifiers: corrected ? rectifiersOf(known) : known.map(() => ({ amendedBy: [], voidedBy: [] })),
    documentNumbers: facts.flatMap(({ data }) => numbersIn(data)),
  };
}

/** Entries that were known, by looking at one after the other. */
export function knownAt(raw: readonly RawEntry[], { revision, knownAt: instant }: ReadingPoint): RawEntry[] {
  const known: RawEntry[] = [];
  for (const entry of raw) {
    if (revision !== undefined && entry.by.revision > revision) continue;
    if (instant !== undefined && entry.by.recordedAt > instant) continue;
    known.push(entry);
  }
  return known;
}

/** By revision: which standing rectifications correct it, which strike it. */
function rectifiersOf(known: readonly RawEntry[]) {
  const all = slowEntries(known);
  return known.map(({ by: { revision } }) => {
    const naming = all.flatMap(({ entry, struck }) => {
      if (struck || entry.type !== RECTIFIED || entry.by.revision <= revision) return [];
      const said = entry.data as Rectifying;
      return targetsOf(said).includes(revision) ? [{ kind: said.action.kind, by: entry.by.revision }] : [];
    });
    const by = (wanted: string) => naming.filter(({ kind }) => kind === wanted).map((one) => one.by);
    return { amendedBy: by('correct'), voidedBy: by('void') };
  });
}

/** Document numbers as the text of the payload has them: no other field of casework is called so. */
function numbersIn(data: object): string[] {
  return [...JSON.stringify(data).matchAll(/"(?:number|documentNumber)":"([^"]*)"/g)].map((match) => match[1]!);
}
