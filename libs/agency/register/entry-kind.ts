import { z } from 'zod';
import { defineEvent, type EventDefinition, type LocalDate, type Role } from '#kernel';
import { documentNumberSchema, listed, tellRecord, type ToldFact, type WordsFor } from '#casework';
import { agencyYearShape, type CommandFacts } from '../command.js';
import type { RegisterItems } from './register-item.js';

/** The body of an entry: every entry has the date of its fact. */
type EntryShape = z.core.$ZodLooseShape & { readonly on: z.ZodType<LocalDate, LocalDate> };

/** One kind of counted entry: its command, its event, its rules, and what it adds to the counters. */
export interface EntryKind<
  Name extends string = string,
  Body extends z.ZodObject = z.ZodObject,
  Definition extends EventDefinition = EventDefinition,
> extends CommandFacts<Name, Body, Definition> {
  /**
   * Raises `RuleBroken` or `Refused` when the entry contradicts itself or `others`, the other entries of its kind in the same
   * register. Symmetric: of two entries that contradict each other, each is refused beside the other. `at` is the path of the
   * fields in the command: `body`, or `body.action.fields` in a rectification.
   */
  check(others: readonly z.output<Body>[], entry: z.output<Body>, at: string): void;
  /** The counters of all entries of this kind in one register. The order of the entries does not matter. */
  count(entries: readonly z.output<Body>[]): RegisterItems;
  /** What an entry says, every field of it, in plain Chinese. */
  tell(entry: z.output<Body>): readonly ToldFact[];
}

/** Who may record in the register. */
const REGISTRARS: readonly Role[] = ['handler', 'head'];

/** Numbers of the official documents behind an entry, at most 1,000. */
export const referencesSchema = z
  .array(documentNumberSchema)
  .max(1_000, '文号不超过 1000 个')
  .exactOptional()
  .describe('文号');

/** How such numbers are told. */
export const REFERENCES = listed('文号');

/** The body of a kind of entry with these fields. */
type BodyOf<Shape extends EntryShape> = z.output<z.ZodObject<Shape, z.core.$strict>>;

/** What a kind of entry has to say; the rest is the same for all. */
interface EntryDeclaration<Name extends string, Shape extends EntryShape, Type extends string> {
  readonly name: Name;
  readonly label: string;
  readonly article: string;
  readonly eventType: Type;
  readonly shape: Shape;
  readonly check?: (others: readonly BodyOf<Shape>[], entry: BodyOf<Shape>, at: string) => void;
  readonly count: (entries: readonly BodyOf<Shape>[]) => RegisterItems;
  /** Words for every field. */
  readonly words: WordsFor<BodyOf<Shape>>;
}

/** Declares a kind of entry. The payload of its event is the body, with agency and year. */
export function defineEntryKind<Name extends string, Shape extends EntryShape, Type extends string>({
  name,
  label,
  article,
  eventType,
  shape,
  check = () => {},
  count,
  words,
}: EntryDeclaration<Name, Shape, Type>) {
  const body = z.strictObject(shape);
  const schema = z.strictObject({ ...agencyYearShape, ...shape });
  const event = defineEvent({ type: eventType, version: 1, label, source: article, schema });
  const tell = (entry: BodyOf<Shape>): readonly ToldFact[] =>
    tellRecord(entry, words).map(({ path, label: of, text }) => ({ path, label: of, text }));
  return { name, label, article, roles: REGISTRARS, commutes: true, body, event, check, count, tell };
}
