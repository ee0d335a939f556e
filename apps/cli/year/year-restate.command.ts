import { RESTATEMENT_REASON_LABELS, RESTATEMENT_REASONS } from '#agency';
import { RestateYear, type EditionView } from '#office';
import { Option, SubCommand } from 'nest-commander';
import { headRequest } from '../office/people.js';
import { recordingIn } from '../office/with-office.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { choiceOption, required } from '../shell/parse.js';
import { changesOfEdition } from './differences-text.js';
import { SettlingCommand, type SettlingOptions } from './settling-options.js';

interface YearRestateOptions extends SettlingOptions {
  readonly explanation?: string;
}

const REASONS = RESTATEMENT_REASONS.map((reason) => `${reason}（${RESTATEMENT_REASON_LABELS[reason]}）`).join('、');

/** `gongkai year restate`: a further edition of a closed year. The earlier ones stay as they are. */
@SubCommand({
  name: 'restate',
  description: '重述已结账的年度：公布新的一版，写明理由、说明、批准人；原有各版不变',
})
export class YearRestateCommand extends SettlingCommand<YearRestateOptions> {
  override async execute({ dataDir, options, output }: Invocation<YearRestateOptions>): Promise<void> {
    const { agency, year } = this.yearOf(options);
    const body = { ...this.decisionOf(options), explanation: required('--explanation', options.explanation) };
    const request = headRequest(options.actor);
    const { restated, view } = await recordingIn(dataDir, async ({ commands, office }) => {
      const answer = await commands.execute(new RestateYear(agency, year, body, request));
      return {
        restated: answer,
        view: await office.editions.edition(agency, year, answer.edition, request.principal),
      };
    });
    output.answer({ ...restated, differences: view.differences }, () => restatedText(view));
  }

  @Option({ flags: '--reason <理由>', name: 'reason', description: `理由：${REASONS}` })
  parseReason(value: string): string {
    return choiceOption('--reason', value, RESTATEMENT_REASONS);
  }

  @Option({ flags: '--explanation <说明>', name: 'explanation', description: '说明；不得写入个人信息' })
  parseExplanation(value: string): string {
    return value;
  }
}

function restatedText(view: EditionView): string {
  const { agency, year, edition, digest, carriedForward } = view;
  return [
    `${agency} ${year} 年度已重述：第 ${edition} 版，结转下年度 ${carriedForward} 件`,
    `摘要（SHA-256）${digest}`,
    '',
    changesOfEdition(view),
  ].join('\n');
}
