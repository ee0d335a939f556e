import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ReportForm, SectionOne } from '#agency';
import {
  allCells,
  figureAt,
  figureOfKey,
  table3Rows,
  TABLE3_COLUMNS,
  TABLE4_COLUMNS,
  type CellAddress,
  type NarrativeKey,
  type SummedFigures,
  type Table3Row,
  type YearFigures,
} from '#statistics';
import { TABLE2 } from '../testkit/year-figures.js';
import { figuresAndFees } from '../testkit/words.js';
import type { GeneratedSentence } from './generated-sentence.js';
import { generatedSentences } from './generated-sentences.js';

const NO_FEES = { notices: 0, noticedFen: 0, paidFen: 0, lapsed: 0 };

/** Figures of a year that are 0 but for these totals. */
function year(
  totals: { readonly [row in Table3Row]?: number },
  more: {
    readonly suits?: readonly [number, number, number];
    readonly published?: SectionOne;
    readonly form?: ReportForm;
  } = {},
): YearFigures {
  const { suits = [0, 0, 0], published = { total: 0, channels: [] }, form = '2021' } = more;
  const block = (total: number) => [total, 0, 0, 0, total];
  return {
    agency: 'town-1',
    year: 2023,
    form,
    table2: TABLE2,
    table3: Object.fromEntries(
      table3Rows(form).map((row) => [row, [totals[row] ?? 0, 0, 0, 0, 0, 0, totals[row] ?? 0]]),
    ),
    table4: { review: block(suits[0]), suitDirect: block(suits[1]), suitAfterReview: block(suits[2]) },
    published,
  };
}

/** The figures with one of tables 3 and 4 unknown; no sentence states one of table 2. */
function withBlank(figures: SummedFigures, cell: CellAddress): SummedFigures {
  const blank = (values: readonly (number | null)[] = [], at: number) => values.with(at, null);
  if (cell.table === 3) {
    const row = blank(figures.table3[cell.row], TABLE3_COLUMNS.indexOf(cell.column));
    return { ...figures, table3: { ...figures.table3, [cell.row]: row } };
  }
  if (cell.table === 4) {
    const row = blank(figures.table4[cell.block], TABLE4_COLUMNS.indexOf(cell.column));
    return { ...figures, table4: { ...figures.table4, [cell.block]: row } };
  }
  return figures;
}

const textOf = (figures: YearFigures, fees = NO_FEES) => generatedSentences(figures, fees).map(({ text }) => text);

describe('generated sentences', () => {
  it('of a town to which nobody applied are plain', () => {
    expect(textOf(year({}))).toEqual([
      '本年度未收到政府信息公开申请。',
      '因政府信息公开工作未被申请行政复议，未被提起行政诉讼。',
      '依据《政府信息公开信息处理费管理办法》，本年度未发出信息处理费收费通知，未收取信息处理费。',
    ]);
  });

  it('of a district state what its tables say', () => {
    const categories = [
      { category: null, count: 22 },
      { category: '最新动态', count: 102 },
    ];
    const published = {
      total: 304,
      channels: [
        { channel: '云上孟津', count: 180, categories: [{ category: null, count: 180 }] },
        { channel: '网站', count: 124, categories },
      ],
    };
    const totals = {
      new: 21,
      carriedIn: 2,
      granted: 12,
      partial: 3,
      'refused.stateSecret': 1,
      'refused.internalAffairs': 1,
      'unable.notHeld': 4,
      'other.overdueFee': 1,
      resolvedTotal: 22,
      carriedOut: 1,
    } as const;
    const fees = { notices: 2, noticedFen: 480_000, paidFen: 40_050, lapsed: 1 };
    expect(textOf(year(totals, { suits: [3, 1, 2], published }), fees)).toEqual([
      '全年主动公开政府信息304条，其中云上孟津180条，网站124条（最新动态102条）。',
      '本年度新收政府信息公开申请21件，上年结转申请2件。',
      '本年度办结申请22件，其中予以公开12件，部分公开3件，不予公开2件，无法提供4件，其他处理1件；结转下年度继续办理1件。',
      '因政府信息公开工作被申请行政复议3件，被提起行政诉讼3件。',
      '依据《政府信息公开信息处理费管理办法》，本年度发出信息处理费收费通知2件，金额合计4800元，实际收取400.50元；申请人逾期未缴费不再处理1件。',
    ]);
  });

  it.each([
    [{ carriedIn: 2, resolvedTotal: 2, granted: 2 }, '本年度未收到政府信息公开申请，上年结转申请2件。'],
    [{ new: 2, resolvedTotal: 2, granted: 2 }, '本年度新收政府信息公开申请2件，无上年结转申请。'],
    [{ new: 2, carriedOut: 2 }, '本年度未办结申请；结转下年度继续办理2件。'],
    [{ new: 2, resolvedTotal: 2, granted: 2 }, '本年度办结申请2件，其中予以公开2件；无结转下年度继续办理的申请。'],
  ])('of %j say %s', (totals, expected) => {
    expect(textOf(year(totals))).toContain(expected);
  });

  it('take （六） of the 2019 form from its one row', () => {
    expect(textOf(year({ new: 3, 'other.all': 3, resolvedTotal: 3 }, { form: '2019' }))).toContain(
      '本年度办结申请3件，其中其他处理3件；无结转下年度继续办理的申请。',
    );
  });

  it('say nothing of what nobody knows: items that no register has, fees of cases that nobody has', () => {
    const ids = generatedSentences(year({}), null).map(({ id }) => id);
    expect(ids).toEqual(['applications.received', 'applications.remedies']);
  });

  it('state nothing where any figure of theirs is unknown, and the same as ever where none is', () => {
    const blanks = fc.array(fc.constantFrom(...allCells('2021')), { maxLength: 12 });
    fc.assert(
      fc.property(figuresAndFees, blanks, ({ figures, fees }, cells) => {
        const blanked = cells.reduce<SummedFigures>(withBlank, figures);
        const isUnknown = ({ figures: of }: GeneratedSentence) =>
          of.some(({ figure }) =>
            figureOfKey(figure as NarrativeKey, figures)?.cells.some((cell) => figureAt(blanked, cell) === null),
          );
        expect(generatedSentences(blanked, fees)).toEqual(
          generatedSentences(figures, fees).filter(
            (sentence) => sentence.part !== 'applications' || !isUnknown(sentence),
          ),
        );
      }),
    );
  });

  it('have each its id once, in one paragraph, with the figures of the tables', () => {
    fc.assert(
      fc.property(figuresAndFees, ({ figures, fees }) => {
        const sentences = generatedSentences(figures, fees);
        expect(new Set(sentences.map(({ id }) => id)).size).toBe(sentences.length);
        for (const { text, figures: stated } of sentences) {
          expect(text).toMatch(/^[^\n]+。$/u);
          for (const { figure, value } of stated) {
            const inTables = figureOfKey(figure as NarrativeKey, figures);
            if (inTables !== null) expect(value).toBe(inTables.value);
          }
        }
        expect(generatedSentences(figures, fees)).toEqual(sentences);
      }),
    );
  });
});
