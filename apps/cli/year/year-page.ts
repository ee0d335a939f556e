import { Option } from 'nest-commander';
import { limitOption } from '../shell/parse.js';
import { YearGongkaiCommand, type YearOptions } from './year-options.js';

/** Lines of a page where nobody says. */
const DEFAULT_LIMIT = 50;

/** Which page of an answer about a year. */
export interface YearPageOptions extends YearOptions {
  readonly limit?: number;
  readonly cursor?: string;
}

/** A command about one year of one agency that answers page by page. */
export abstract class YearPageCommand extends YearGongkaiCommand<YearPageOptions> {
  protected pageOf({ limit = DEFAULT_LIMIT, cursor }: YearPageOptions) {
    return { limit, ...(cursor !== undefined && { cursor }) };
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
