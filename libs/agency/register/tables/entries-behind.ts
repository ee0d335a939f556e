import type { LocalDate } from '#kernel';
import type { DocumentsEntry } from '../recording-documents/record-documents.js';
import type { DocumentKind } from '../register-item.js';
import type { Register, RegisterEntry } from '../register.js';

/** A figure that comes from registers: one of table 2, or items published, in all or through one channel, or of one category of it. */
export type RegisterFigure =
  | { readonly of: 'table2'; readonly row: string; readonly column: string }
  | { readonly of: 'sectionOne'; readonly channel: string | null; readonly category?: string | null };

/** What one entry adds to a figure. */
export interface EntryShare {
  /** The year of its register, and its revision there. */
  readonly year: number;
  readonly revision: number;
  readonly type: string;
  readonly on: LocalDate;
  /** Pieces, or whole fen where the figure is money; negative for what it takes away. */
  readonly amount: number;
}

/** Columns whose shares are fen. */
const MONEY: readonly string[] = ['amount10k', 'amountText'];

/** Whether the shares of a figure are whole fen. */
export function isMoney(figure: RegisterFigure): boolean {
  return figure.of === 'table2' && MONEY.includes(figure.column);
}

/**
 * The entries behind a figure of `year`, by year and revision; their amounts add up to it. `null` where the figure is unknown
 * because nothing states it. `registers` are those of one agency, of every year.
 */
export function entriesBehind(
  registers: readonly Register[],
  year: number,
  figure: RegisterFigure,
): readonly EntryShare[] | null {
  const behind = new EntriesBehind(registers, year);
  const shares = figure.of === 'table2' ? behind.table2(figure.row, figure.column) : behind.sectionOne(figure);
  return shares?.toSorted((a, b) => a.year - b.year || a.revision - b.revision) ?? null;
}

/** An entry with the year of its register. */
interface Placed extends RegisterEntry {
  readonly year: number;
}

type Shares = readonly EntryShare[];

class EntriesBehind {
  readonly #entries: readonly Placed[];

  constructor(
    registers: readonly Register[],
    readonly year: number,
  ) {
    this.#entries = registers.flatMap((register) =>
      register.entries.map((entry) => ({ ...entry, year: register.year })),
    );
  }

  table2(row: string, column: string): Shares | null {
    switch (column) {
      case 'made':
      case 'madeNew':
        return this.#moved(row, 'made');
      case 'repealed':
        return this.#moved(row, 'repealed');
      case 'publishedNew':
        return this.#moved(row, 'published');
      case 'inForce':
        return this.#balance(row as DocumentKind, 'opening', { made: 1, repealed: -1 });
      case 'publishedTotal':
        return this.#balance(row as DocumentKind, 'publishedOpening', { published: 1 });
      case 'decisions':
        return this.#counted('decisions', 'count', ({ kind }) => kind === row);
      case 'amount10k':
        return this.#counted('fees', 'amountFen');
      case 'projects':
        return this.#counted('procurement', 'projects');
      case 'amountText':
        return this.#counted('procurement', 'amountFen');
      case 'itemsLastYear':
        return this.#inventory(row, this.year - 1, 1);
      case 'change': {
        const [before, now] = [this.#inventory(row, this.year - 1, -1), this.#inventory(row, this.year, 1)];
        return before === null || now === null ? null : [...before, ...now];
      }
      default:
        throw new TypeError(`no such column of table 2: ${column}`);
    }
  }

  sectionOne({ channel, category }: Extract<RegisterFigure, { of: 'sectionOne' }>): Shares {
    return this.#counted(
      'publications',
      'count',
      (data) =>
        (channel === null || data['channel'] === channel) &&
        (category === undefined || (data['category'] ?? null) === category),
    );
  }

  #of(what: string, year: number): readonly Placed[] {
    return this.#entries.filter((entry) => entry.type === `register.${what}-recorded` && entry.year === year);
  }

  #counted(what: string, field: string, test: (data: Placed['data']) => boolean = () => true): Shares {
    return this.#of(what, this.year)
      .filter(({ data }) => test(data))
      .map((entry) => share(entry, Number(entry.data[field])));
  }

  #moved(kind: string, movement: string): Shares {
    return this.#counted('documents', 'count', (data) => data['kind'] === kind && data['movement'] === movement);
  }

  /** The latest opening, and what moved from its day on to the end of the year (an opening is the state at the beginning of its day). */
  #balance(
    kind: DocumentKind,
    opening: DocumentOpening,
    effects: { readonly [movement in DocumentsEntry['movement']]?: 1 | -1 },
  ): Shares | null {
    const entries = this.#entries.filter((entry) => isOf(entry, kind) && entry.year <= this.year);
    const from = entries
      .filter(({ data }) => data['movement'] === opening)
      .reduce<Placed | null>((last, entry) => (last === null || entry.data.on > last.data.on ? entry : last), null);
    if (from === null) return null;
    const later = entries.flatMap((entry) => {
      const effect = effects[entry.data['movement'] as DocumentsEntry['movement']];
      if (effect === undefined || entry.data.on < from.data.on) return [];
      return [share(entry, effect * Number(entry.data['count']))];
    });
    return [share(from, Number(from.data['count'])), ...later];
  }

  /** The last statement of a year; `null` where there is none. */
  #inventory(kind: string, year: number, sign: 1 | -1): Shares | null {
    const last = this.#of('inventory', year)
      .filter(({ data }) => data['kind'] === kind)
      .reduce<Placed | null>(
        (latest, entry) => (latest === null || entry.data.on > latest.data.on ? entry : latest),
        null,
      );
    return last === null ? null : [share(last, sign * Number(last.data['items']))];
  }
}

function isOf({ type, data }: RegisterEntry, kind: DocumentKind): boolean {
  return type === 'register.documents-recorded' && data['kind'] === kind;
}

function share({ year, revision, type, data }: Placed, amount: number): EntryShare {
  return { year, revision, type, on: data.on, amount };
}

/** The two entries that state a stock of documents. */
export type DocumentOpening = 'opening' | 'publishedOpening';

/**
 * Whether the heir of a dissolved body has stated, since that day and up to the end of a year, how many documents of a kind there
 * are: such a statement holds for all that it has, those taken over among them, which then no longer count with the dissolved body.
 */
export function statedSince(
  heir: readonly Register[],
  {
    kind,
    opening,
    since,
  }: { readonly kind: DocumentKind; readonly opening: DocumentOpening; readonly since: LocalDate },
  upToYear: number,
): boolean {
  return heir
    .filter(({ year }) => year <= upToYear)
    .flatMap(({ entries }) => entries)
    .some((entry) => isOf(entry, kind) && entry.data['movement'] === opening && entry.data.on >= since);
}
