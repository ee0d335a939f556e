import type { ReportGaps } from '#agency';
import type { AnnualReport } from '../report/annual-report.js';

type Body = ReportGaps['missing'][number];

/** What the figures of a level or region lack, in plain words, to stand at the head of the report; none where they lack nothing. */
export function gapNotices({ gaps, issue }: AnnualReport): readonly string[] {
  if (gaps === undefined) return [];
  const { missing, notClosed, undecided = [], unknown, sectionOne } = gaps;
  return [
    ...named('没有数字的成员', missing),
    ...named('尚未结账、按现有数字汇总的成员', notClosed),
    ...named('已导入报告、本系统又有办件或台账，未定以哪个为准而按导入的报告汇总的成员', undecided),
    ...unknownFigures(unknown, missing),
    // No table has them; once issued, what the text says of them was read and approved.
    ...(issue === null ? named('未载明主动公开条数的成员', sectionOne) : []),
  ];
}

function named(what: string, bodies: readonly Body[]): readonly string[] {
  return bodies.length === 0 ? [] : [`${what}：${namesOf(bodies)}`];
}

/** By the members that did not say. What is unknown for nothing but missing members is only counted: it is every figure. */
function unknownFigures(unknown: ReportGaps['unknown'], missing: ReportGaps['missing']): readonly string[] {
  const groups = Map.groupBy(unknown, ({ of }) => namesOf(of));
  return [...groups].map(([names, figures]) => {
    const head = `因${names}的数字不明，下列各表中 ${String(figures.length)} 栏未知，留为空白`;
    return names === namesOf(missing) ? head : `${head}：${rowsOf(figures).join('；')}`;
  });
}

/** A row by its first figure and how many of it are unknown: their labels are long, and differ in the column only. */
function rowsOf(figures: ReportGaps['unknown']): readonly string[] {
  const rows = Map.groupBy(figures, ({ cell }) => cell.slice(0, cell.lastIndexOf('/')));
  return [...rows.values()].map(
    ([first, ...others]) => `${first?.label ?? ''}${others.length === 0 ? '' : `等 ${String(others.length + 1)} 栏`}`,
  );
}

function namesOf(bodies: readonly Body[]): string {
  return bodies.map(({ name }) => name).join('、');
}
