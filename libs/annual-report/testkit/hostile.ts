import type { YearFigures } from '#statistics';
import type { AnnualReport } from '../report/annual-report.js';
import { reportOf } from './reports.js';

/** Texts that somebody may type into a report, and what a page must show for each. */
export const HOSTILE_TEXTS: readonly { readonly typed: string; readonly printed: string }[] = [
  { typed: "=cmd|' /C calc'!A0", printed: "=cmd|' /C calc'!A0" },
  { typed: '<script>alert(1)</script>&amp;', printed: '<script>alert(1)</script>&amp;' },
  { typed: ']]><!--', printed: ']]><!--' },
  { typed: 'a\u0000b\u0008c\u001Bd', printed: 'a〓b〓c〓d' },
  { typed: '半个\uD83D字', printed: '半个〓字' },
  { typed: '右\u202E左', printed: '右〓左' },
  { typed: '不是字\uFFFF符', printed: '不是字〓符' },
  { typed: '长'.repeat(10_000), printed: '长'.repeat(10_000) },
  { typed: 'w'.repeat(300), printed: 'w'.repeat(300) },
];

/** A report that says all of them, in its paragraphs, its names and its only cell of text. */
export function hostileReport(figures: YearFigures, over: Partial<AnnualReport> = {}): AnnualReport {
  const table2 =
    'procurement' in figures.table2
      ? { ...figures.table2, procurement: { projects: 2, amountText: '=1+1<b>&"万元' } }
      : figures.table2;
  return reportOf(
    { ...figures, table2 },
    {
      title: '@SUM(1)"<b>某镇</b>2020年\u0007报告',
      agencyName: '+某\u0001镇',
      preamble: HOSTILE_TEXTS.map(({ typed }) => ({ text: typed, origin: 'written' })),
      ...over,
    },
  );
}
