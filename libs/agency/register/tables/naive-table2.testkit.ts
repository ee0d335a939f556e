import type { ReportForm } from '../../report-form.js';
import type { RegisterEntry } from '../register.js';

/** The body of any entry, as plain values. */
interface Plain {
  readonly on: string;
  readonly kind?: string;
  readonly movement?: string;
  readonly [field: string]: unknown;
}

/** Table 2 by hand: goes through all entries from the first day to the last of the year and keeps a ledger. Slow, and shares nothing. */
export function naiveTable2(entries: readonly RegisterEntry[], year: number, form: ReportForm): object {
  const all = (type: string) =>
    entries.filter((entry) => entry.type === `register.${type}-recorded`).map((entry) => entry.data as Plain);
  const inYear = (type: string, at: number, test: (data: Plain) => boolean = () => true) =>
    all(type).filter((data) => data.on.startsWith(`${at}-`) && test(data));
  const total = (list: readonly Plain[], field: string) =>
    list.reduce((sum, data) => sum + BigInt(Number(data[field])), 0n);

  const ledger = (kind: string, opening: string, plus: string, minus: string) => {
    const lines = all('documents').filter((data) => data.kind === kind && data.on <= `${year}-12-31`);
    // On one day the opening comes first: it is the state in which the day begins.
    const key = (data: Plain) => `${data.on} ${data.movement === opening ? 0 : 1}`;
    let balance: number | null = null;
    for (const line of lines.sort((a, b) => (key(a) < key(b) ? -1 : 1))) {
      const count = Number(line['count']);
      if (line.movement === opening) balance = count;
      else if (balance !== null && line.movement === plus) balance += count;
      else if (balance !== null && line.movement === minus) balance -= count;
    }
    return balance;
  };
  const moved = (kind: string, movement: string) =>
    Number(
      total(
        inYear('documents', year, (data) => data.kind === kind && data.movement === movement),
        'count',
      ),
    );
  const decisions = (kind: string) =>
    Number(
      total(
        inYear('decisions', year, (data) => data.kind === kind),
        'count',
      ),
    );
  const stock = (kind: string, at: number) => {
    const stated = inYear('inventory', at, (data) => data.kind === kind).sort((a, b) => (a.on < b.on ? -1 : 1));
    return stated.length === 0 ? null : Number(stated[stated.length - 1]!['items']);
  };
  const inventory = (kind: string) => {
    const [before, now] = [stock(kind, year - 1), stock(kind, year)];
    return { itemsLastYear: before, change: before === null || now === null ? null : now - before };
  };
  const exact = (fen: bigint) => `${fen / 1_000_000n}.${String(fen % 1_000_000n).padStart(6, '0')}`;

  if (form === '2021') {
    const documents = (kind: string) => ({
      made: moved(kind, 'made'),
      repealed: moved(kind, 'repealed'),
      inForce: ledger(kind, 'opening', 'made', 'repealed'),
    });
    return {
      regulations: documents('regulations'),
      normativeDocuments: documents('normativeDocuments'),
      licensing: { decisions: decisions('licensing') },
      penalty: { decisions: decisions('penalty') },
      coercion: { decisions: decisions('coercion') },
      fees: { amount10k: parseFloat(exact(total(inYear('fees', year), 'amountFen'))) },
    };
  }
  const documents = (kind: string) => ({
    madeNew: moved(kind, 'made'),
    publishedNew: moved(kind, 'published'),
    publishedTotal: ledger(kind, 'publishedOpening', 'published', 'none'),
  });
  const items = (kind: string) => ({ ...inventory(kind), decisions: decisions(kind) });
  return {
    regulations: documents('regulations'),
    normativeDocuments: documents('normativeDocuments'),
    licensing: items('licensing'),
    otherServices: items('otherServices'),
    penalty: items('penalty'),
    coercion: items('coercion'),
    fees: inventory('fees'),
    procurement: {
      projects: Number(total(inYear('procurement', year), 'projects')),
      amountText: `${parseFloat(exact(total(inYear('procurement', year), 'amountFen')))}万元`,
    },
  };
}
