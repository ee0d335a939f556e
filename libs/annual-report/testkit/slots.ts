/** A table as its readers see it: every slot holds the text of the cell that covers it, blanks and line breaks taken out. */
export type Slots = readonly (readonly string[])[];

/** A cell of a file, with its spans. */
export interface FileCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** The slots that cells cover. Throws where two lie over each other or a slot is left. */
export function slotsOf(cells: readonly FileCell[]): Slots {
  const slots: string[][] = [];
  for (const { text, row, column, rows, columns } of cells) {
    for (let y = row; y < row + rows; y++) {
      for (let x = column; x < column + columns; x++) {
        const line = (slots[y] ??= []);
        if (line[x] !== undefined) throw new Error(`“${text}” lies over “${line[x]}”`);
        line[x] = text.replaceAll(/\s/g, '');
      }
    }
  }
  const width = slots[0]?.length ?? 0;
  if (slots.some((line) => line.length !== width || Array.from(line).includes(undefined as never))) {
    throw new Error('the table has a hole');
  }
  return slots;
}
