import { TABLE_SCOPE_LABELS } from '#agency';
import { localDateOf, yearOf } from '#kernel';
import { GetCaseCells, systemClock, type CaseCells } from '#office';
import { Option, SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { yearOption } from '../shell/parse.js';
import { textTable } from '../shell/text-table.js';
import { lineageText } from './lineage-text.js';

interface CaseCellsOptions extends GlobalOptions {
  readonly toYear?: number;
}

/** `gongkai case cells`: from a case to the cells of the report, year by year. */
@SubCommand({
  name: 'cells',
  arguments: '<案件编号>',
  description: '申请件计入各年度报告的哪些单元格，由哪几条记录计入',
})
export class CaseCellsCommand extends GongkaiCommand<CaseCellsOptions> {
  override async execute({ args: [caseId], dataDir, options, output }: Invocation<CaseCellsOptions>): Promise<void> {
    const toYear = options.toYear ?? yearOf(localDateOf(systemClock.now()));
    const cells = await lookingAt(dataDir, ({ queries }) =>
      queries.execute(new GetCaseCells(caseId ?? '', toYear, ONLOOKER)),
    );
    output.answer(cells, () => cellsText(cells));
  }

  @Option({ flags: '--to-year <年度>', name: 'toYear', description: '看到哪一年度为止（默认本年）' })
  parseToYear(value: string): number {
    return yearOption(value, '--to-year');
  }
}

function cellsText({ caseId, agency, years }: CaseCells): string {
  if (years.length === 0) return `${caseId}（${agency}）未计入任何单元格`;
  const rows = years.flatMap(({ year, cells }) =>
    cells.map(({ cell, label, remedyId, because }) => [
      year,
      remedyId === null ? label : `${label}（${remedyId}）`,
      because.map((entry) => `${entry.revision} ${lineageText(entry)}`).join('、'),
      cell,
    ]),
  );
  const heads = ['年度', '单元格', '由哪几条记录计入', '编号'].map((head) => ({ head }));
  const scopes = years.flatMap(({ year, scopes: counted }) =>
    counted.map(({ agencyId, scope }) => [year, agencyId, TABLE_SCOPE_LABELS[scope]]),
  );
  const totals = textTable(
    ['年度', '机关', '范围'].map((head) => ({ head })),
    scopes,
  );
  return [`${caseId}（${agency}）`, '', textTable(heads, rows), '', '并计入下列汇总表：', totals].join('\n');
}
