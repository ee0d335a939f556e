import { GetCalendarImpact } from '#office';
import { Option, SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { limitOption } from '../shell/parse.js';
import { impactText } from './impact-text.js';

const DEFAULT_LIMIT = 50;

interface CalendarImpactOptions extends GlobalOptions {
  readonly limit?: number;
  readonly cursor?: string;
}

/** `gongkai calendar impact`: the cases that were open when a version was recorded, and that it moved. */
@SubCommand({
  name: 'impact',
  arguments: '<版本>',
  argsDescription: { 版本: '录入的工作日历版本，例如 CN-2026-2' },
  description: '录入的工作日历版本使哪些当时在办件的期限变动：原期限、新期限',
})
export class CalendarImpactCommand extends GongkaiCommand<CalendarImpactOptions> {
  override async execute({ args: [version = ''], dataDir, options, output }: Invocation<CalendarImpactOptions>) {
    const { limit = DEFAULT_LIMIT, cursor } = options;
    const page = { limit, ...(cursor !== undefined && { cursor }) };
    const impact = await lookingAt(dataDir, ({ queries }) =>
      queries.execute(new GetCalendarImpact({ version }, ONLOOKER, page)),
    );
    output.answer(impact, () => impactText(impact));
  }

  @Option({ flags: '--limit <件数>', name: 'limit', description: `一页几件（默认 ${DEFAULT_LIMIT}）` })
  parseLimit(value: string): number {
    return limitOption(value);
  }

  @Option({ flags: '--cursor <位置>', name: 'cursor', description: '从上一页给出的位置继续' })
  parseCursor(value: string): string {
    return value;
  }
}
