import type { PublishedFile } from '../reading/read-published-file.js';

/** The report of the year before among those given; or why none is taken, `null` where nothing needs to be said. */
export type LastYear =
  { readonly file: PublishedFile; readonly note: null } | { readonly file: null; readonly note: string | null };

const NONE: LastYear = { file: null, note: null };

/**
 * Finds the report of the same agency on the year before. Never one of two: a wrong year or agency would make rules fail that do not.
 */
export function lastYearOf(file: PublishedFile, others: readonly PublishedFile[]): LastYear {
  const { agency, year } = file.report;
  if (agency === null || year === null) return NONE;
  const found = others.filter(({ report }) => {
    return report.year === year - 1 && report.agency !== null && isSameAgency(report.agency, agency);
  });
  const [first, second] = found;
  if (first === undefined) return NONE;
  if (second === undefined) return { file: first, note: null };
  return {
    file: null,
    note: `有 ${String(found.length)} 份 ${String(year - 1)} 年度的报告可能属于同一机关，未与上年比对`,
  };
}

/**
 * Takes the report that somebody named as last year's. Where it says that it is of another agency or year, it is not compared, and that
 * is said; where it says neither, the word of whoever named it counts.
 */
export function namedLastYear(file: PublishedFile, named: PublishedFile): LastYear {
  const [now, then] = [file.report, named.report];
  if (now.agency !== null && then.agency !== null && !isSameAgency(now.agency, then.agency)) {
    return { file: null, note: `上年度报告 ${named.name} 属于${then.agency}，不是${now.agency}，未比对` };
  }
  if (now.year !== null && then.year !== null && then.year !== now.year - 1) {
    const should = `应为 ${String(now.year - 1)} 年度`;
    return { file: null, note: `上年度报告 ${named.name} 是 ${String(then.year)} 年度的，${should}，未比对` };
  }
  return { file: named, note: null };
}

/**
 * Whether two names are of one agency: equal but for brackets and spaces, or one with the names of the places above it in front
 * (`淮安市洪泽区人民政府`, `洪泽区人民政府`).
 */
export function isSameAgency(one: string, other: string): boolean {
  const [short, long] = [bare(one), bare(other)].sort((a, b) => a.length - b.length) as [string, string];
  if (short === '' || !long.endsWith(short)) return false;
  return /^(?:\p{Script=Han}{1,12}?(?:自治区|自治州|自治县|地区|省|市|州|盟|县|区|旗))*$/u.test(
    long.slice(0, -short.length),
  );
}

function bare(name: string): string {
  return name.normalize('NFKC').replace(/[\s()"'“”]/g, '');
}
