import type { Json } from '#kernel';

/** One thing that a reading says, found again in another reading by its path. */
export interface Fact {
  /** Such as `state.receivedOn`, `state.consultations[c-1].sentOn`, `clock.due`, `entries[7]`. */
  readonly path: string;
  /** Plain Chinese. */
  readonly label: string;
  /** Never `null`: what is not there is no fact. */
  readonly value: Exclude<Json, null>;
  /** The value in plain Chinese. */
  readonly text: string;
}

/** What a field of a record can hold. */
type Plain = string | number | boolean | readonly (string | number)[];

/** How a field is called, and what its codes mean; a field without `show` reads as it is. */
export interface FieldWords {
  readonly label: string;
  readonly show?: (value: never) => string;
}

/** Words for every field of `T`; the compiler keeps the table complete. */
export type WordsFor<T> = { readonly [Field in keyof T]-?: FieldWords };

/** Words for a field with codes. */
export function coded<Code extends string>(label: string, labels: Readonly<Record<Code, string>>): FieldWords {
  return { label, show: (code: Code) => labels[code] };
}

/** Words for a yes or no. */
export function yesOrNo(label: string): FieldWords {
  return { label, show: (value: boolean) => (value ? '是' : '否') };
}

/** The facts of a record, below `path`, in the order of its words; nothing for what is absent. `of` goes before every label. */
export function factsOfRecord<T extends object>(path: string, record: T | null, words: WordsFor<T>, of = ''): Fact[] {
  if (record === null) return [];
  return (Object.keys(words) as (keyof T & string)[]).flatMap((field) => {
    const value = record[field] as Plain | null;
    if (value === null || (Array.isArray(value) && value.length === 0)) return [];
    const { label, show } = words[field];
    const text = show === undefined ? String(value) : (show as (value: Plain) => string)(value);
    return [{ path: `${path}.${field}`, label: of + label, value, text }];
  });
}
