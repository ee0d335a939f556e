import { localDateOf, type LocalDate } from '#kernel';
import { systemClock } from '#office';
import { Option } from 'nest-commander';
import { dateOption, required } from '../shell/parse.js';
import { YearGongkaiCommand, type YearOptions } from './year-options.js';

/** What every decision about a closed year says. */
export interface SettlingOptions extends YearOptions {
  readonly on?: LocalDate;
  readonly reason?: string;
  readonly approvedBy?: string;
}

/** A command that settles the drift of a closed year: a head gives it, another person approves. */
export abstract class SettlingCommand<
  Options extends SettlingOptions = SettlingOptions,
> extends YearGongkaiCommand<Options> {
  /** `on` defaults to today in Shanghai. Raises `UsageFault` where an option is missing. */
  protected decisionOf({ on, reason, approvedBy }: SettlingOptions) {
    return {
      on: on ?? localDateOf(systemClock.now()),
      reason: required('--reason', reason),
      approvedBy: required('--approved-by', approvedBy),
    };
  }

  @Option({ flags: '--on <日期>', name: 'on', description: '决定之日（默认今日）' })
  parseOn(value: string): LocalDate {
    return dateOption('--on', value);
  }

  @Option({ flags: '--approved-by <人员编号>', name: 'approvedBy', description: '批准人，不能是经办本人' })
  parseApprovedBy(value: string): string {
    return value;
  }
}
