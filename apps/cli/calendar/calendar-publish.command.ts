import { localDateOf, type LocalDate } from '#kernel';
import { GetCalendarImpact, PublishCalendar, systemClock } from '#office';
import { Option, SubCommand } from 'nest-commander';
import { operatorRequest } from '../office/people.js';
import { RecorderCommand, type RecorderOptions } from '../office/recorder-command.js';
import { lookingAt, recordingIn } from '../office/with-office.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { dateOption } from '../shell/parse.js';
import { readJsonFile } from '../shell/read-json-file.js';
import { impactText } from './impact-text.js';

interface CalendarPublishOptions extends RecorderOptions {
  readonly on?: LocalDate;
  readonly dryRun?: boolean;
}

/** Moved cases that the answer lists; the rest is read page by page. */
const LISTED = 200;

/** `gongkai calendar publish`: takes in a version by its notice, and tells which due dates it moves. */
@SubCommand({
  name: 'publish',
  arguments: '<文件>',
  argsDescription: { 文件: '工作日历的一个完整版本（JSON），格式见 docs/cli.md' },
  description: '录入工作日历的新版本，列出期限因此变动的在办件；--dry-run 只看影响，不录入',
})
export class CalendarPublishCommand extends RecorderCommand<CalendarPublishOptions> {
  override async execute({ args: [file = ''], dataDir, options, output }: Invocation<CalendarPublishOptions>) {
    const request = operatorRequest(options.actor);
    const body = { on: options.on ?? localDateOf(systemClock.now()), calendar: readJsonFile(file) };
    if (options.dryRun === true) {
      const asked = new GetCalendarImpact({ body, now: request.now }, request.principal, { limit: LISTED });
      const impact = await lookingAt(dataDir, ({ queries }) => queries.execute(asked));
      return output.answer({ impact }, () => `仅试算，未录入\n${impactText(impact)}`);
    }
    const published = await recordingIn(dataDir, ({ commands }) =>
      commands.execute(new PublishCalendar(body, request)),
    );
    output.answer(published, () => `已录入\n${impactText(published.impact)}`);
  }

  @Option({ flags: '--on <日期>', name: 'on', description: '收到通知、录入日历之日（默认今日）' })
  parseOn(value: string): LocalDate {
    return dateOption('--on', value);
  }

  @Option({ flags: '--dry-run', name: 'dryRun', description: '只核对并列出影响，不录入；服务运行时也可以' })
  parseDryRun(): boolean {
    return true;
  }
}
