import type { ClockDay, ClockReading } from '#casework';
import { GetCaseClock } from '#office';
import { SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { textTable } from '../shell/text-table.js';

/** `gongkai case clock`. */
@SubCommand({
  name: 'clock',
  arguments: '<案件编号>',
  description: '答复期限逐日说明：哪一天计入、哪一天不计、依据何在',
})
export class CaseClockCommand extends GongkaiCommand {
  override async execute({ args: [caseId], dataDir, output }: Invocation<GlobalOptions>): Promise<void> {
    const clock = await lookingAt(dataDir, ({ queries }) => queries.execute(new GetCaseClock(caseId ?? '', ONLOOKER)));
    output.answer(clock, () => clockText(clock.explanation, clock.reading));
  }
}

function clockText(explanation: readonly string[], { days }: ClockReading): string {
  if (days.length === 0) return explanation.join('\n');
  const table = textTable(
    [{ head: '日期' }, { head: '计为' }, { head: '说明' }],
    days.map((day) => [day.date, countText(day), `${day.because}${day.known ? '' : '（日历尚未公布，暂定）'}`]),
  );
  return [...explanation, '', table].join('\n');
}

function countText(day: ClockDay): string {
  switch (day.kind) {
    case 'counted':
      return `第 ${day.number} 个工作日`;
    case 'not-working':
      return '不计（休息日）';
    case 'paused':
      return `不计（征求意见 ${day.consultationIds.join('、')}）`;
    case 'delayed':
      return '延迟答复';
  }
}
