import { REPORT_FORMS, type ReportForm, type TableScope } from '#agency';
import { figureLabel, figureOfKey, GetCell, GetScopeCell, keyOf, type CellPage, type FigureAddress } from '#office';
import { Option, SubCommand } from 'nest-commander';
import { lineageText } from '../case/lineage-text.js';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { withNext } from '../shell/next-page.js';
import { textTable } from '../shell/text-table.js';
import { UsageFault } from '../shell/usage-fault.js';
import { entriesTable } from './entries-text.js';
import { SCOPE_OPTION, scopeOption, type ScopedYearOptions } from './scope-options.js';
import { scopeCellText } from './scope-text.js';
import { YearPageCommand, type YearPageOptions } from './year-page.js';

type YearCellOptions = YearPageOptions & ScopedYearOptions;

/** `gongkai year cell`: the cases behind a figure, and the entries that put them there. */
@SubCommand({
  name: 'cell',
  arguments: '<单元格>',
  argsDescription: {
    单元格:
      '表/行/列，例如 table3/new/total、table2/regulations/inForce；一、总体情况为 sectionOne/total 或 sectionOne/["网站"]；case cells 与 year drift 也显示',
  },
  description: '一个数字由哪些申请件、哪几条记录组成，按登记先后，分页',
})
export class YearCellCommand extends YearPageCommand {
  override async execute({ args: [key = ''], dataDir, options, output }: Invocation<YearCellOptions>): Promise<void> {
    const { agency, year } = this.yearOf(options);
    const { cell, label } = cellNamed(key, options.form);
    const { scope = 'own', form = null } = options;
    if (scope !== 'own') {
      const of = { agency, year, scope, form };
      const shown = await lookingAt(dataDir, ({ queries }) =>
        queries.execute(new GetScopeCell(of, cell, ONLOOKER, this.pageOf(options))),
      );
      return output.answer({ cell: keyOf(cell), label, ...shown }, () => scopeCellText(label, shown));
    }
    const page = await lookingAt(dataDir, ({ queries }) =>
      queries.execute(new GetCell(agency, year, cell, ONLOOKER, this.pageOf(options))),
    );
    output.answer({ cell: keyOf(cell), label, ...page }, () => cellText(label, page));
  }

  @Option(SCOPE_OPTION)
  parseScope(value: string): TableScope {
    return scopeOption(value);
  }
}

/** The figure with this key in the form asked for, else in the first form that has one. */
function cellNamed(key: string, asked?: ReportForm): { readonly cell: FigureAddress; readonly label: string } {
  for (const form of asked === undefined ? REPORT_FORMS.toReversed() : [asked]) {
    const cell = figureOfKey(key, form);
    if (cell !== null) return { cell, label: figureLabel(keyOf(cell), form) };
  }
  throw new UsageFault(`没有单元格 ${key}；写法为 表/行/列，例如 table3/new/total`);
}

function cellText(label: string, { value, cases, entries, next }: CellPage): string {
  const head = `${label}：${value ?? '未知'}`;
  if (entries.length > 0) return withNext(`${head}\n\n${entriesTable(entries)}`, next);
  if (cases.length === 0) return head;
  const rows = cases.flatMap(({ caseId, events }) =>
    events.map((entry, index) => [index === 0 ? caseId : '', entry.revision, entry.on, lineageText(entry)]),
  );
  const heads = ['案件编号', '序号', '事实日期', '记录'].map((name) => ({ head: name }));
  return withNext(`${head}\n\n${textTable(heads, rows)}`, next);
}
