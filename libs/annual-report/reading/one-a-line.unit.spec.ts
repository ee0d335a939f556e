import { describe, expect, it } from '@jest/globals';
import { TABLE3_ROW_LABELS, type Table3Row } from '#statistics';
import { readPublishedReport } from './read-published-report.js';
import { distinct, table3Of } from './testkit/distinct-report.js';
import { documentOfText } from './testkit/document-of.js';
import { HEADS3, TITLE3 } from './testkit/text-layouts.js';

const read = (lines: readonly string[]) => readPublishedReport(documentOfText(lines.join('\n')));
const report = distinct();
const labelOf = (row: Table3Row) => TABLE3_ROW_LABELS[row];
const figuresOf = (row: Table3Row) => report.table3.get(row)!.map(String);
const rows = [...report.table3.keys()];

/** Each row as its label and its figures, one a line, but where told otherwise. */
const oneALine = (otherwise: { readonly [row in Table3Row]?: readonly string[] } = {}) => [
  ...TITLE3,
  ...HEADS3,
  ...rows.flatMap((row) => otherwise[row] ?? [labelOf(row), ...figuresOf(row)]),
];
const readRows = (lines: readonly string[]) => Object.keys(read(lines).table3 ?? {});

describe('table 3 with one cell a line', () => {
  it('is read in full where labels stand behind the figures of their rows', () => {
    const late = [labelOf('granted'), ...labelOf('partial').split('，')];
    const lines = oneALine({
      granted: figuresOf('granted'),
      partial: figuresOf('partial'),
      'refused.administrativeQuery': [
        labelOf('refused.administrativeQuery'),
        ...figuresOf('refused.administrativeQuery'),
        ...late,
        '三、',
        ...'本年度',
        '-3-',
      ],
    });
    expect(read(lines)).toMatchObject({ table3: table3Of(report), unread: [] });
  });

  it('is read in full with an empty line after every cell', () => {
    const lines = oneALine({ carriedIn: [...figuresOf('carriedIn'), labelOf('carriedIn')] });
    expect(read(lines.flatMap((line) => [line, '']))).toMatchObject({ table3: table3Of(report), unread: [] });
  });

  it('is not read by rows where it was copied by columns', () => {
    const block: readonly Table3Row[] = ['notProcessed.petition', 'notProcessed.duplicate'];
    const byColumn = [0, 1, 2, 3, 4, 5, 6].flatMap((column) => block.map((row) => figuresOf(row)[column]!));
    const lines = oneALine({ [block[0]!]: [...block.map(labelOf), ...byColumn], [block[1]!]: [] });
    // Columns are paragraphs of their own: an empty line between them, none within.
    const spaced = lines.flatMap((line) => (figuresOf(block[0]!).includes(line) ? [line] : [line, '']));
    expect(readRows(spaced)).not.toContain(block[0]);
    expect(readRows(spaced)).not.toContain(block[1]);
  });

  it('is not read where all of it was copied by columns', () => {
    const byColumn = [0, 1, 2, 3, 4, 5, 6].flatMap((column) => rows.map((row) => figuresOf(row)[column]!));
    expect(read([...TITLE3, ...HEADS3, ...rows.map(labelOf), ...byColumn]).table3).toBeNull();
  });

  it('leaves two rows unread where one lacks a figure and the other has one too many', () => {
    const [first, second] = [figuresOf('carriedIn'), figuresOf('granted')];
    const lines = oneALine({
      carriedIn: [labelOf('carriedIn'), ...first.slice(1)],
      granted: [labelOf('granted'), ...first.slice(0, 1), ...second],
    });
    const found = readRows(lines);
    expect(found).not.toContain('carriedIn');
    expect(found).not.toContain('granted');
    expect(found).toContain('refused.enforcementFile');
  });

  it('takes a number for that of a page where pages are numbered without a sign', () => {
    const lines = [
      '一、总体情况',
      '1',
      ...oneALine({
        'unable.notHeld': [labelOf('unable.notHeld'), ...figuresOf('unable.notHeld').slice(0, 6), '2'],
      }),
      '五、存在的主要问题及改进情况',
      '3',
    ];
    const { table3, unread } = read(lines);
    expect(table3).not.toHaveProperty('unable.notHeld');
    expect(unread).toContainEqual(expect.objectContaining({ row: 'unable.notHeld' }));
  });
});
