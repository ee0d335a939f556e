import { LONGEST_CASE_NUMBER } from '#casework';
import { ONE_LINE } from '#kernel';
import { readDate } from '../cells/read-date.js';
import { readInteger } from '../cells/read-integer.js';
import { plain } from '../cells/plain.js';
import type { BoundColumn } from '../mapping/bind-columns.js';
import { REGISTER_FIELDS, type WordField } from '../mapping/fields.js';
import type { Mapping } from '../mapping/mapping.js';
import { BLANK, textOf, type Cell, type SheetRow } from '../sheet.js';
import type { RegisterFacts, RowFault } from './register-row.js';

type FilledCell = Exclude<Cell, { kind: 'blank' }>;

/** A row as facts, or every fault of it at once. */
export type RowReading = { readonly facts: RegisterFacts } | { readonly faults: readonly RowFault[] };

/** Reads rows by one mapping. */
export class RowReader {
  readonly #words: Readonly<Record<WordField, ReadonlyMap<string, string>>>;

  constructor(
    private readonly mapping: Mapping,
    private readonly columns: readonly BoundColumn[],
  ) {
    this.#words = mapValues(
      mapping.words,
      (list) => new Map(Object.entries(list).map(([word, code]) => [plain(word), code])),
    );
  }

  /** The number of the case with its prefix, half-width; empty where the cell holds none. */
  caseNumberOf(row: SheetRow): string {
    const number = this.numberOf(row);
    return number === '' ? '' : this.mapping.caseNumberPrefix + number;
  }

  /** What stands in the column of the number, half-width, without the prefix. */
  numberOf({ cells }: SheetRow): string {
    const column = this.columns.find(({ field }) => field === 'caseNumber');
    const cell = cells[column?.at ?? -1] ?? BLANK;
    return cell.kind === 'fault' ? '' : plain(textOf(cell));
  }

  /** Reads every mapped cell. A blank cell leaves its fact unknown. */
  read(row: SheetRow): RowReading {
    const faults: RowFault[] = [];
    const facts: Record<string, unknown> = {};
    for (const column of this.columns) {
      const cell = row.cells[column.at] ?? BLANK;
      if (cell.kind === 'blank' || (cell.kind === 'text' && plain(cell.text) === '')) continue;
      const reading = this.#value(column, cell);
      if ('fault' in reading) faults.push(faultAt(column, cell.text, reading.fault));
      else facts[column.field] = reading.value;
    }
    for (const field of ['caseNumber', 'receivedOn'] as const) {
      if (facts[field] === undefined && !faults.some((fault) => fault.field === field)) {
        faults.push({ field, column: this.#headOf(field), value: '', reason: `${REGISTER_FIELDS[field].label}空白` });
      }
    }
    const caseNumber = this.caseNumberOf(row);
    if (caseNumber.length > LONGEST_CASE_NUMBER) {
      const reason = `登记编号超过 ${LONGEST_CASE_NUMBER} 字`;
      faults.push({ field: 'caseNumber', column: this.#headOf('caseNumber'), value: shown(caseNumber), reason });
    }
    if (faults.length > 0) return { faults };
    return { facts: { ...facts, caseNumber } as RegisterFacts };
  }

  #value({ field }: BoundColumn, cell: FilledCell): { readonly value: unknown } | { readonly fault: string } {
    switch (REGISTER_FIELDS[field].kind) {
      case 'date': {
        const reading = readDate(cell, this.mapping.dates);
        return 'fault' in reading ? reading : { value: reading.day };
      }
      case 'integer': {
        const reading = readInteger(cell);
        return 'fault' in reading ? reading : { value: reading.number };
      }
      case 'word':
        return cell.kind === 'fault' ? cell : this.#word(field as WordField, cell.text);
      default:
        return cell.kind === 'fault' ? cell : lineOf(cell.text);
    }
  }

  #word(field: WordField, text: string): { readonly value: string } | { readonly fault: string } {
    const code = this.#words[field].get(plain(text));
    if (code !== undefined) return { value: code };
    const known = Object.keys(this.mapping.words[field]).join('、') || '（无）';
    return { fault: `对照文件 words.${field} 没有这个用语；现有：${known}` };
  }

  #headOf(field: string): string | null {
    return this.columns.find((column) => column.field === field)?.head ?? null;
  }
}

/** A number as registers print it. What nobody sees in it is not taken out silently: it may show another number than it holds. */
function lineOf(text: string): { readonly value: string } | { readonly fault: string } {
  const value = text.trim();
  return ONE_LINE.test(value) ? { value } : { fault: '含看不见的字符（零宽、换行、书写方向控制），请删去这些字符' };
}

/** Longest text of a cell that a report repeats. */
const SHOWN = 60;

function faultAt({ field, head }: BoundColumn, text: string, reason: string): RowFault {
  return { field, column: head, value: shown(text), reason };
}

/** A text as a report repeats it. */
export function shown(text: string): string {
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

function mapValues<K extends string, A, B>(record: Readonly<Record<K, A>>, change: (value: A) => B): Record<K, B> {
  return Object.fromEntries(Object.entries<A>(record).map(([key, value]) => [key, change(value)])) as Record<K, B>;
}
