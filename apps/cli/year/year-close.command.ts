import { CloseYear, type YearClosed } from '#office';
import { SubCommand } from 'nest-commander';
import { operatorRequest } from '../office/people.js';
import { recordingIn } from '../office/with-office.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { YearGongkaiCommand, type YearOptions } from './year-options.js';

/** `gongkai year close`: safe to run again at any time; answers with the same digest. */
@SubCommand({
  name: 'close',
  description: '年度结账：核对勾稽关系，结转未办结件，固定各表；可重复执行，结果不变',
})
export class YearCloseCommand extends YearGongkaiCommand {
  override async execute({ dataDir, options, output }: Invocation<YearOptions>): Promise<void> {
    const { agency, year } = this.yearOf(options);
    const body = options.form === undefined ? {} : { form: options.form };
    const request = operatorRequest(options.actor);
    const closed = await recordingIn(dataDir, ({ commands }) =>
      commands.execute(new CloseYear(agency, year, body, request)),
    );
    output.answer(closed, () => closedText(closed));
  }
}

/** What a closing answered. */
export function closedText({ agency, year, edition, digest, carriedForward, repeated }: YearClosed): string {
  const done = repeated ? '此前已结账，结果不变' : '已结账';
  return `${agency} ${year} 年度${done}：第 ${edition} 版，结转下年度 ${carriedForward} 件\n摘要（SHA-256）${digest}`;
}
