import { AcceptDrift } from '#office';
import { Option, SubCommand } from 'nest-commander';
import { headRequest } from '../office/people.js';
import { recordingIn } from '../office/with-office.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { SettlingCommand, type SettlingOptions } from './settling-options.js';

/** `gongkai year accept-drift`: the edition stays, the difference explains next year's carry-over. */
@SubCommand({
  name: 'accept-drift',
  description: '认可已结账年度的现有差异为调整：公布的版次不变，下年度核对上年结转时以此说明',
})
export class YearAcceptDriftCommand extends SettlingCommand {
  override async execute({ dataDir, options, output }: Invocation<SettlingOptions>): Promise<void> {
    const { agency, year } = this.yearOf(options);
    const body = this.decisionOf(options);
    const request = headRequest(options.actor);
    const recorded = await recordingIn(dataDir, ({ commands }) =>
      commands.execute(new AcceptDrift(agency, year, body, request)),
    );
    output.answer(recorded, () => `${agency} ${year} 年度的差异已认可为调整（版本号 ${recorded.revision}）`);
  }

  @Option({ flags: '--reason <理由>', name: 'reason', description: '理由；不得写入个人信息' })
  parseReason(value: string): string {
    return value;
  }
}
