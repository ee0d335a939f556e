import type { Recording } from '../case.js';
import { documentText } from '../fields.js';
import type { RawEntry, Surroundings } from '../step.js';
import { coded, tellRecord, type ToldFact } from '../telling/fact.js';
import { INSERTABLE_EVENTS, type Insertion } from './insertion.js';
import { RECTIFICATION_REASON_LABELS, type RectifyingAction } from './rectification.js';
import type { CaseRectifyingAction } from './rectifying-action.js';
import type { RectificationData } from './rectify-entry.js';
import { ENTRY_RECTIFIED } from './settled-history.js';

type Told = readonly ToldFact[];

const ACTION_LABELS: Readonly<Record<CaseRectifyingAction['kind'], string>> = {
  void: '作废',
  correct: '更正',
  insert: '补记',
};

const ENTRY_LABELS: Readonly<Record<CaseRectifyingAction['kind'], string>> = {
  void: '作废的记录',
  correct: '更正的记录',
  insert: '补记在此记录之后',
};

/** What a rectification says: which entry, which fields from what to what, or what is struck or supplied; why, and who approved. */
export function tellRectification(data: RectificationData, by: Recording, surroundings: Surroundings): Told {
  const { revision, action } = data;
  return [
    ...tellFrame(data),
    { path: 'action.kind', label: '做法', text: ACTION_LABELS[action.kind] },
    { path: 'revision', label: ENTRY_LABELS[action.kind], text: nameOf(revision, surroundings) },
    ...tellAction(data, by, surroundings),
  ];
}

/** All but the entry and what becomes of it. */
function tellFrame({ on, reason, approvedBy, document }: RectificationData): Told {
  const frame = { on, reason, approvedBy, document };
  return tellRecord(frame, {
    on: { label: '决定更正之日' },
    reason: coded('更正的原因', RECTIFICATION_REASON_LABELS),
    approvedBy: { label: '批准人' },
    document: { label: '更正的依据', show: documentText },
  });
}

function tellAction({ revision, action }: RectificationData, by: Recording, surroundings: Surroundings): Told {
  switch (action.kind) {
    case 'void': {
      const names = action.also?.map((also) => nameOf(also, surroundings)) ?? [];
      return names.length === 0 ? [] : [{ path: 'action.also', label: '一并作废的记录', text: names.join('、') }];
    }
    case 'correct': {
      const entry = surroundings.entryBefore(revision);
      return entry === undefined ? [] : tellCorrection(entry, action, surroundings);
    }
    case 'insert':
      return action.steps.flatMap((step, index) => tellSupplied(step, index, by, surroundings));
  }
}

function nameOf(revision: number, { entryBefore, labelOf }: Surroundings): string {
  const entry = entryBefore(revision);
  const which = `第 ${revision} 条记录`;
  return entry === undefined ? which : `${which}（${labelOf(entry.type)}）`;
}

/** Fields are replaced whole, so whatever either payload says inside a field is told, from what to what. */
function tellCorrection(
  entry: RawEntry,
  { fields, remove = [] }: RectifyingAction & { readonly kind: 'correct' },
  surroundings: Surroundings,
): Told {
  const { nested } = surroundings;
  const names = Object.keys(fields);
  const before = tellFields(entry, nested ? remove : [...names, ...remove], surroundings);
  const after = tellFields({ ...entry, data: { ...entry.data, ...fields } }, names, surroundings);
  const corrected = names.flatMap((name) => changes(within(before, name), within(after, name), nested));
  return [...corrected, ...remove.map((name, index) => removal(within(before, name), name, index))];
}

/** What is not asked for need not be told: so a chain of rectifications of rectifications is followed no deeper than it is spoken of. */
function tellFields(entry: RawEntry, names: readonly string[], surroundings: Surroundings): Told {
  const isBeside = entry.type === ENTRY_RECTIFIED && !names.includes('action') && !names.includes('revision');
  return isBeside ? tellFrame(entry.data as RectificationData) : surroundings.tell(entry);
}

function within(told: Told, field: string): Told {
  return told.filter(({ path }) => /^[^.[]*/.exec(path)?.[0] === field);
}

function changes(before: Told, after: Told, nested: boolean): Told {
  const was = new Map(before.map((fact) => [fact.path, fact]));
  const is = new Map(after.map((fact) => [fact.path, fact]));
  const paths = nested ? [...is.keys()] : [...new Set([...is.keys(), ...was.keys()])];
  return paths.map((path) => {
    const [from, to] = [was.get(path)?.text ?? NONE, is.get(path)?.text ?? NONE];
    const label = (is.get(path) ?? was.get(path))!.label;
    return { path: `action.fields.${path}`, label: `更正“${label}”`, text: nested ? to : changeText(from, to) };
  });
}

const NONE = '（无）';

function changeText(from: string, to: string): string {
  return from === to ? `${to}（未变）` : `${from} → ${to}`;
}

function removal(before: Told, field: string, index: number): ToldFact {
  const was = before.map(({ label, text }) => `${label}（${text}）`).join('、');
  return { path: `action.remove[${index}]`, label: '删去', text: was || `${field}（原记录没有此项）` };
}

function tellSupplied(
  { step, body }: Insertion['steps'][number],
  index: number,
  by: Recording,
  { labelOf, tell }: Surroundings,
): Told {
  const type = INSERTABLE_EVENTS[step];
  const of = `补记（${index + 1}）`;
  const told = tell({ type, data: body, by: { ...by, inserted: index + 1 } });
  return [
    { path: `action.steps[${index}].step`, label: of, text: labelOf(type) },
    ...told.map(({ path, label, text }) => ({
      path: `action.steps[${index}].body.${path}`,
      label: `${of}${label}`,
      text,
    })),
  ];
}
