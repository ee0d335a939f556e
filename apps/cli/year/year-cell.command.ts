import { cellKey, cellLabel, cellOfKey, type CellAddress } from '#statistics';
import { REPORT_FORMS, type ReportForm } from '#agency';
import { GetCell, type CellPage } from '#office';
import { SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { withNext } from '../shell/next-page.js';
import { textTable } from '../shell/text-table.js';
import { UsageFault } from '../shell/usage-fault.js';
import { YearPageCommand, type YearPageOptions } from './year-page.js';

/** `gongkai year cell`: the cases behind a figure, and the entries that put them there. */
@SubCommand({
  name: 'cell',
  arguments: '<单元格>',
  argsDescription: { 单元格: '表/行/列，例如 table3/new/total、table4/review/upheld；case cells 与 year drift 也显示' },
  description: '一个数字由哪些申请件、哪几条记录组成，按登记先后，分页',
})
export class YearCellCommand extends YearPageCommand {
  override async execute({ args: [key = ''], dataDir, options, output }: Invocation<YearPageOptions>): Promise<void> {
    const { agency, year } = this.yearOf(options);
    const { cell, label } = cellNamed(key, options.form);
    const page = await lookingAt(dataDir, ({ queries }) =>
      queries.execute(new GetCell(agency, year, cell, ONLOOKER, this.pageOf(options))),
    );
    output.answer({ cell: cellKey(cell), label, ...page }, () => cellText(label, cell, page));
  }
}

/** The cell with this key in the form asked for, else in the first form that has one. */
function cellNamed(key: string, asked?: ReportForm): { readonly cell: CellAddress; readonly label: string } {
  for (const form of asked === undefined ? REPORT_FORMS.toReversed() : [asked]) {
    const cell = cellOfKey(key, form);
    if (cell !== null) return { cell, label: cellLabel(cell, form) };
  }
  throw new UsageFault(`没有单元格 ${key}；写法为 表/行/列，例如 table3/new/total`);
}

function cellText(label: string, { table }: CellAddress, { value, cases, next }: CellPage): string {
  const head = `${label}：${value ?? '未知'}`;
  if (table === 2) return `${head}\n表二的数字来自主动公开台账，不来自申请件`;
  if (cases.length === 0) return head;
  const rows = cases.flatMap(({ caseId, events }) =>
    events.map(({ revision, on, label: what }, index) => [index === 0 ? caseId : '', revision, on, what]),
  );
  const heads = ['案件编号', '序号', '事实日期', '记录'].map((name) => ({ head: name }));
  return withNext(`${head}\n\n${textTable(heads, rows)}`, next);
}
