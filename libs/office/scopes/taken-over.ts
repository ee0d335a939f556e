import { DOCUMENT_KINDS, type DocumentKind, type DocumentOpening } from '#agency';
import type { ReportFigures, Table2Column } from '#statistics';

/** A stock of documents of table 2, and the entry that states it. */
export interface Stock {
  readonly kind: DocumentKind;
  readonly column: Table2Column;
  readonly opening: DocumentOpening;
}

/** 现行有效件数 and 对外公开总数量, of both kinds of documents: figures that say what there is, not what was done. */
export const STOCKS: readonly Stock[] = DOCUMENT_KINDS.flatMap((kind): readonly Stock[] => [
  { kind, column: 'inForce', opening: 'opening' },
  { kind, column: 'publishedTotal', opening: 'publishedOpening' },
]);

/** The same figures without some stocks, which count with the heir of the body. */
export function withoutStocks(figures: ReportFigures, stocks: readonly Stock[]): ReportFigures {
  const { table2 } = figures;
  if (table2 === null) return figures;
  const rows = table2 as unknown as Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  const changed = stocks
    .filter(({ kind, column }) => rows[kind]?.[column] !== undefined)
    .reduce((all, { kind, column }) => ({ ...all, [kind]: { ...all[kind], [column]: 0 } }), rows);
  return { ...figures, table2: changed as unknown as ReportFigures['table2'] };
}
