import { GetCaseHistory, type HistoryLine } from '#office';
import type { QueryBus } from '@nestjs/cqrs';
import { SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { textTable } from '../shell/text-table.js';

/** `gongkai case history`. */
@SubCommand({
  name: 'history',
  arguments: '<案件编号>',
  description: '申请件的全部记录：何时、何人、记了什么',
})
export class CaseHistoryCommand extends GongkaiCommand {
  override async execute({ args: [caseId], dataDir, output }: Invocation<GlobalOptions>): Promise<void> {
    const entries = await lookingAt(dataDir, ({ queries }) => wholeHistory(queries, caseId ?? ''));
    output.answer({ caseId, entries }, () => historyText(entries));
  }
}

async function wholeHistory(queries: QueryBus, caseId: string): Promise<readonly HistoryLine[]> {
  const entries: HistoryLine[] = [];
  for (;;) {
    const page = await queries.execute(new GetCaseHistory(caseId, ONLOOKER, entries.length));
    if (page.entries.length === 0) return entries;
    entries.push(...page.entries);
  }
}

function historyText(entries: readonly HistoryLine[]): string {
  return textTable(
    ['序号', '事实日期', '记录', '经办', '角色', '记录时刻'].map((head, at) => ({
      head,
      align: at === 0 ? 'right' : 'left',
    })),
    entries.map(({ revision, label, metadata: { on, actor, role, now } }) => [revision, on, label, actor, role, now]),
  );
}
