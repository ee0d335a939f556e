import { APPLICANT_KIND_LABELS, CHANNEL_FACTS, OUTCOMES } from '#casework';
import { GetCase, type CaseView } from '#office';
import { SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { isForPeople } from '../shell/print-error.js';
import { textList } from '../shell/text-table.js';

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

function caseText({ case: state, revision, statusLabel, allowedSteps, due, provisional }: CaseView): string {
  const { ending, decision, reply } = state;
  const outcome = ending?.outcome ?? decision?.outcome;
  const facts: [string, string | number][] = [
    ['案件编号', state.caseId],
    ['登记号', state.caseNumber],
    ['机关', state.agency],
    ['现状', statusLabel],
    ['申请人', `${state.applicantRef}（${APPLICANT_KIND_LABELS[state.applicantKind]}）`],
    ['申请渠道', CHANNEL_FACTS[state.channel].label],
    ['到达之日', state.arrivedOn],
    ['收到之日', state.receivedOn ?? '待双方确认'],
    ['答复期限', due === null ? '无' : `${due}${provisional ? '（暂定：次年工作日历尚未公布）' : ''}`],
    ...(outcome === undefined ? [] : [['处理决定', OUTCOMES[outcome].name] as [string, string]]),
    ...(reply === null ? [] : [['答复发出', reply.dispatchedOn] as [string, string]]),
    ...(ending === null ? [] : [['办结之日', ending.on] as [string, string]]),
    ['版本号', revision],
  ];
  const steps = allowedSteps
    .filter(({ step }) => isForPeople(step))
    .map(({ step, label, article }): [string, string] => [step, `${label}（${article}）`]);
  return [textList(facts), '', '现在可以办理：', textList(steps) || '无'].join('\n');
}
