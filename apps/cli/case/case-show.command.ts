import { GetCase, type CaseView } from '#office';
import { SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { textList } from '../shell/text-table.js';
import { caseFacts, stepsText } from './case-facts.js';

/** `gongkai case show`. */
@SubCommand({
  name: 'show',
  arguments: '<案件编号>',
  description: '申请件现状、期限和现在可以办理的步骤',
})
export class CaseShowCommand extends GongkaiCommand {
  override async execute({ args: [caseId], dataDir, output }: Invocation<GlobalOptions>): Promise<void> {
    const view = await lookingAt(dataDir, ({ queries }) => queries.execute(new GetCase(caseId ?? '', ONLOOKER)));
    output.answer(view, () => caseText(view));
  }
}

function caseText({ case: state, revision, statusLabel, allowedSteps, ...clock }: CaseView): string {
  const facts = [...caseFacts(state, statusLabel, clock), ['版本号', revision] as const];
  return [textList(facts), '', '现在可以办理：', stepsText(allowedSteps)].join('\n');
}
