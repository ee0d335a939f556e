import { validate } from '#kernel';
import { jurisdictionSchema, type Jurisdiction } from '#calendar';
import { ListCalendars, type KnownCalendar } from '#office';
import { Option, SubCommand } from 'nest-commander';
import { lookingAt } from '../office/with-office.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { integerOption } from '../shell/parse.js';
import { textTable } from '../shell/text-table.js';

interface CalendarListOptions extends GlobalOptions {
  readonly jurisdiction?: string;
  readonly year?: number;
}

/** `gongkai calendar list`: every version that dates are computed by, with its notice. */
@SubCommand({ name: 'list', description: '工作日历的全部版本：文号、公布之日、随程序提供还是录入' })
export class CalendarListCommand extends GongkaiCommand<CalendarListOptions> {
  override async execute({ dataDir, options, output }: Invocation<CalendarListOptions>): Promise<void> {
    const { year } = options;
    const filter = { ...placeOf(options), ...(year !== undefined && { year }) };
    const calendars = await lookingAt(dataDir, ({ queries }) => queries.execute(new ListCalendars(filter)));
    output.answer({ calendars }, () => calendarsText(calendars));
  }

  @Option({ flags: '--jurisdiction <地区>', name: 'jurisdiction', description: '只看适用于一地的，例如 CN、CN-NX' })
  parseJurisdiction(value: string): string {
    return value;
  }

  @Option({ flags: '--year <年度>', name: 'year', description: '只看一年的' })
  parseYear(value: string): number {
    return integerOption('--year', value, 1990, 2200);
  }
}

function placeOf({ jurisdiction }: CalendarListOptions): { readonly jurisdiction?: Jurisdiction } {
  return jurisdiction === undefined
    ? {}
    : { jurisdiction: validate(jurisdictionSchema, jurisdiction, '--jurisdiction') };
}

function calendarsText(calendars: readonly KnownCalendar[]): string {
  if (calendars.length === 0) return '没有符合条件的工作日历';
  return textTable(
    ['版本', '文号', '公布', '来源', '通知'].map((head) => ({ head })),
    calendars.map(({ version, calendar: { notice }, recordedAt }) => [
      version,
      notice.number ?? '不详',
      notice.published,
      recordedAt === null ? '随程序提供' : `${recordedAt} 录入`,
      notice.title,
    ]),
  );
}
