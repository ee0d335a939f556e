import fc from 'fast-check';
import { foldNarrative, type Narrative, type SectionOne } from '#agency';
import type { FeeFigures, YearFigures } from '#statistics';
import { buildAnnualReport, type ReportContent } from '../report/build-annual-report.js';
import { yearFigures } from './year-figures.js';

/** Nothing written. */
export const unwritten = (year = 2023): Narrative => foldNarrative({ agency: 'town-1', year }, []);

const LABELS = ['网站', '公众号', '镇政府网站', '公示栏', '党务公开', '最新动态', '云上（孟津）', '__proto__'] as const;
const count = fc.integer({ min: 1, max: 9_999 });
const channel = fc.record({
  channel: fc.constantFrom(...LABELS),
  categories: fc.uniqueArray(fc.record({ category: fc.option(fc.constantFrom(...LABELS)), count }), {
    selector: ({ category }) => category,
    minLength: 1,
    maxLength: 3,
  }),
});

/** Items published through some channels, as a register counts them. */
export const sectionOne: fc.Arbitrary<SectionOne> = fc
  .uniqueArray(channel, { selector: (one) => one.channel, maxLength: 4 })
  .map((channels) => {
    const counted = channels.map((one) => ({
      ...one,
      count: one.categories.reduce((sum, { count: n }) => sum + n, 0),
    }));
    return { total: counted.reduce((sum, one) => sum + one.count, 0), channels: counted };
  });

const few = fc.oneof(fc.constant(0), fc.nat(300));

/** Any fees of a year. */
export const feeFigures: fc.Arbitrary<FeeFigures> = fc.record({
  notices: few,
  noticedFen: fc.nat(50_000_000),
  paidFen: fc.oneof(fc.constant(0), fc.nat(50_000_000)),
  lapsed: few,
});

/** Any figures of a year with items published and with fees that fit （六）2. */
export const figuresAndFees: fc.Arbitrary<{ readonly figures: YearFigures; readonly fees: FeeFigures }> = fc
  .record({ figures: yearFigures, published: sectionOne, fees: feeFigures })
  .map(({ figures, published, fees }) => ({
    figures: { ...figures, published },
    fees: { ...fees, lapsed: figures.table3['other.overdueFee']!.at(-1)! },
  }));

/** The draft of a report in which nothing but its figures speak, changed as the specification needs. */
export const reportOf = (figures: YearFigures, more: Partial<ReportContent> = {}) =>
  buildAnnualReport({
    agencyName: '送庄镇人民政府',
    scope: 'own',
    figures,
    fees: { notices: 0, noticedFen: 0, paidFen: 0, lapsed: 0 },
    narrative: unwritten(figures.year),
    lastYear: unwritten(figures.year - 1),
    edition: null,
    feeDecimals: 4,
    ...more,
  });
