import { GetLateReplies, type LateReply } from '#office';
import { SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import { dueText, lateText } from '../shell/due-text.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { withNext } from '../shell/next-page.js';
import { textTable } from '../shell/text-table.js';
import { YearPageCommand, type YearPageOptions } from './year-page.js';

/** `gongkai year late`: replies behind their due date, by the calendars known then or now. */
@SubCommand({
  name: 'late',
  description: '本年度逾期的答复，按答复当时和现在所知的工作日历各读一次，分页',
})
export class YearLateCommand extends YearPageCommand {
  override async execute({ dataDir, options, output }: Invocation<YearPageOptions>): Promise<void> {
    const { agency, year } = this.yearOf(options);
    const page = await lookingAt(dataDir, ({ queries }) =>
      queries.execute(new GetLateReplies(agency, year, ONLOOKER, this.pageOf(options))),
    );
    output.answer(page, () => lateRepliesText(page.lines, page.next));
  }
}

function lateRepliesText(lines: readonly LateReply[], next: string | null): string {
  if (lines.length === 0) return '没有逾期的答复';
  const table = textTable(
    ['案件编号', '登记号', '答复发出', '期限（当时）', '', '期限（现在）', ''].map((head) => ({ head })),
    lines.map(({ caseId, caseNumber, repliedOn, then, now }) => [
      caseId,
      caseNumber,
      repliedOn,
      dueText(then),
      lateText(then.late),
      dueText(now),
      lateText(now.late),
    ]),
  );
  return withNext(table, next);
}
