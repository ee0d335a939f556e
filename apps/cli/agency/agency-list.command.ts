import { ListAgencies, type AgencyView } from '#office';
import { SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { textTable } from '../shell/text-table.js';

/** `gongkai agency list`. */
@SubCommand({ name: 'list', description: '列出全部机关' })
export class AgencyListCommand extends GongkaiCommand {
  override async execute({ dataDir, output }: Invocation<GlobalOptions>): Promise<void> {
    const agencies = await lookingAt(dataDir, ({ queries }) => queries.execute(new ListAgencies(ONLOOKER)));
    output.answer({ agencies }, () => agenciesText(agencies));
  }
}

function agenciesText(agencies: readonly AgencyView[]): string {
  if (agencies.length === 0) return '没有机关；先用 agency found 设立';
  return textTable(
    ['编号', '名称', '层级', '上级', '设立', '撤销'].map((head) => ({ head })),
    agencies.map(({ agency, name, level, parent, foundedOn, dissolvedOn }) => [
      agency,
      name,
      level,
      parent ?? '—',
      foundedOn,
      dissolvedOn ?? '—',
    ]),
  );
}
