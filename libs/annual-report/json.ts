import type { Table2Of2019, Table2Of2021 } from '#agency';
import type { Table3, Table4, YearFigures } from '#statistics';

/** Tables 2, 3 and 4 as published data has them (docs/formats): ids of rows, figures in the order of the columns. */
export interface PublishedTables {
  readonly table2: Table2Of2021 | Table2Of2019;
  readonly table3: Table3;
  readonly table4: Table4;
}

/** The tables of a year for machines, in the form of the figures. */
export function toPublishedJson({ table2, table3, table4 }: YearFigures): PublishedTables {
  return { table2, table3, table4 };
}
