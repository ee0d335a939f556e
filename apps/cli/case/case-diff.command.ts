import type { ReadingPoint } from '#casework';
import { GetCaseDifference, systemClock, type CaseDifference } from '#office';
import { Option, SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { required } from '../shell/parse.js';
import { pointOption, pointText } from './point-text.js';

interface CaseDiffOptions extends GlobalOptions {
  readonly from?: ReadingPoint;
  readonly to?: ReadingPoint;
}

/** `gongkai case diff`: what differs between two readings of one case. */
@SubCommand({
  name: 'diff',
  arguments: '<案件编号>',
  description: '比较申请件的两种读法：字段、日期、结果、期限、可办步骤',
})
export class CaseDiffCommand extends GongkaiCommand<CaseDiffOptions> {
  override async execute({ args: [caseId], dataDir, options, output }: Invocation<CaseDiffOptions>): Promise<void> {
    const from = required('--from', options.from);
    const to = options.to ?? {};
    const difference = await lookingAt(dataDir, ({ queries }) =>
      queries.execute(new GetCaseDifference(caseId ?? '', from, to, ONLOOKER, systemClock.now())),
    );
    output.answer(difference, () => differenceText(difference));
  }

  @Option({
    flags: '--from <读法>',
    name: 'from',
    description: '从何处读起比较：now，或 revision=、known-at=、on=、as= 以逗号相连，例如 revision=2,as=recorded',
  })
  parseFrom(value: string): ReadingPoint {
    return pointOption('--from', value);
  }

  @Option({ flags: '--to <读法>', name: 'to', description: '与何处比较，写法同 --from（默认 now）' })
  parseTo(value: string): ReadingPoint {
    return pointOption('--to', value);
  }
}

function differenceText({ caseId, from, to, explanation }: CaseDifference): string {
  const lines = explanation.length === 0 ? ['没有差别'] : explanation;
  return [`${caseId}`, `  从：${pointText(from)}`, `  到：${pointText(to)}`, '', ...lines].join('\n');
}
