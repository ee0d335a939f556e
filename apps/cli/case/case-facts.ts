import { APPLICANT_KIND_LABELS, CHANNEL_FACTS, isErasedFrom, OUTCOMES, type Case, type ClockReading } from '#casework';
import type { CaseView } from '#office';
import { isForPeople } from '../shell/print-error.js';
import { textList } from '../shell/text-table.js';

type Fact = readonly [string, string | number];

/** What a handler wants to know of a case, under Chinese heads. */
export function caseFacts(
  state: Case,
  statusLabel: string,
  { due, provisional }: Pick<ClockReading, 'due' | 'provisional'>,
): readonly Fact[] {
  const { ending, decision, reply, applicantRef } = state;
  const erased = isErasedFrom(state, applicantRef) ? '；个人信息已删除' : '';
  const outcome = ending?.outcome ?? decision?.outcome;
  return [
    ['案件编号', state.caseId],
    ['登记号', state.caseNumber],
    ['机关', state.agency],
    ['现状', statusLabel],
    ['申请人', `${applicantRef}（${APPLICANT_KIND_LABELS[state.applicantKind]}${erased}）`],
    ['申请渠道', CHANNEL_FACTS[state.channel].label],
    ['到达之日', state.arrivedOn],
    ['收到之日', state.receivedOn ?? '待双方确认'],
    ['答复期限', due === null ? '无' : `${due}${provisional ? '（暂定：次年工作日历尚未公布）' : ''}`],
    ...(outcome === undefined ? [] : [['处理决定', OUTCOMES[outcome].name] as const]),
    ...(reply === null ? [] : [['答复发出', reply.dispatchedOn] as const]),
    ...(ending === null ? [] : [['办结之日', ending.on] as const]),
  ];
}

/** The steps that people may take, one a line. */
export function stepsText(steps: CaseView['allowedSteps']): string {
  const forPeople = steps
    .filter(({ step }) => isForPeople(step))
    .map(({ step, label, article }): Fact => [step, `${label}（${article}）`]);
  return textList(forPeople) || '无';
}
