import type { Json, LocalDate } from '#kernel';

/** One thing that an entry or a reading says, for people. */
export interface ToldFact {
  /** Of an entry: where it stands in the payload, such as `items`, `evidence[0]`, `action.fields.on`. */
  readonly path: string;
  /** Plain Chinese. */
  readonly label: string;
  /** The value in plain Chinese: no codes, dates as they are, money in 元. */
  readonly text: string;
}

/** One thing that a reading says, found again in another reading by its path. */
export interface Fact extends ToldFact {
  /** Such as `state.receivedOn`, `state.consultations[c-1].sentOn`, `clock.due`, `entries[7]`. */
  readonly path: string;
  /** Never `null`: what is not there is no fact. */
  readonly value: Exclude<Json, null>;
}

/** How a field is called, and how its value reads: as it is, unless `show` says otherwise. */
interface Words<Value> {
  readonly label: string;
  readonly show?: (value: Value) => string;
}

/** Only dates, numbers and free text can read as they are; codes, yes or no, lists and records need words of their own. */
type FieldWords<Value> = [Value] extends [LocalDate | number]
  ? Words<Value>
  : string extends Value
    ? Words<Value>
    : Required<Words<Value>>;

type FieldOf<T> = T extends unknown ? keyof T & string : never;
type ValueOf<T, Field extends string> = T extends unknown
  ? Field extends keyof T
    ? NonNullable<T[Field]>
    : never
  : never;

/** Words for every field of `T`, of every member of a union; the compiler keeps the table complete. */
export type WordsFor<T> = { readonly [Field in FieldOf<T>]: FieldWords<ValueOf<T, Field>> };

/** Words for a field with codes. */
export function coded<Code extends string>(
  label: string,
  labels: Readonly<Record<Code, string>>,
): Required<Words<Code>> {
  return { label, show: (code) => labels[code] };
}

/** Words for a yes or no. */
export function yesOrNo(label: string): Required<Words<boolean>> {
  return { label, show: (value) => (value ? '是' : '否') };
}

/** Words for a list; `show` as for one of it. An empty one says so. */
export function listed<One extends string | number>(
  label: string,
  show: (one: One) => string = String,
): Required<Words<readonly One[]>> {
  return { label, show: (list) => (list.length === 0 ? '无' : list.map(show).join('、')) };
}

/** What a record says, one fact a field, in the order of its words; nothing for what is absent. */
export function tellRecord<T extends object>(record: T, words: WordsFor<T>, under = ''): Fact[] {
  return Object.entries<Words<never>>(words).flatMap(([field, { label, show = String }]) => {
    const value = (record as Readonly<Record<string, Fact['value'] | null | undefined>>)[field];
    if (value === undefined || value === null) return [];
    return [{ path: `${under}${field}`, label, value, text: show(value as never) }];
  });
}

/** The facts of a part of a reading, below `path`; an empty list is no fact. `of` goes before every label. */
export function factsOfRecord<T extends object>(path: string, record: T | null, words: WordsFor<T>, of = ''): Fact[] {
  if (record === null) return [];
  return tellRecord(record, words, `${path}.`)
    .filter(({ value }) => !(Array.isArray(value) && value.length === 0))
    .map((fact) => ({ ...fact, label: of + fact.label }));
}
