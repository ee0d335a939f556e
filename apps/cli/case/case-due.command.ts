import { GetCaseDue, type CaseDue } from '#office';
import { SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import { dueText, lateText } from '../shell/due-text.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { textTable } from '../shell/text-table.js';

/** `gongkai case due`: by the calendars known when the case ended, and by those known now. */
@SubCommand({
  name: 'due',
  arguments: '<案件编号>',
  description: '答复期限的两种读法：办结当时所知的工作日历，现在所知的工作日历',
})
export class CaseDueCommand extends GongkaiCommand {
  override async execute({ args: [caseId], dataDir, output }: Invocation<GlobalOptions>): Promise<void> {
    const due = await lookingAt(dataDir, ({ queries }) => queries.execute(new GetCaseDue(caseId ?? '', ONLOOKER)));
    output.answer(due, () => readingsText(due));
  }
}

function readingsText({ caseId, endedOn, then, now }: CaseDue): string {
  const heads = ['读法', '答复期限', '答复'].map((head) => ({ head }));
  const rows = [
    ...(then === null ? [] : [[`办结当时（${then.knownOn}）`, dueText(then), lateText(then.late)]]),
    ['现在', dueText(now), lateText(now.late)],
  ];
  const state = endedOn === null ? '尚未办结' : `${endedOn} 办结`;
  return [`${caseId}：${state}`, '', textTable(heads, rows)].join('\n');
}
