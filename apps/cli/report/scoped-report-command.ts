import type { TableScope } from '#agency';
import { Option } from 'nest-commander';
import { SCOPE_OPTION, scopeOption } from '../year/scope-options.js';
import { ReportGongkaiCommand, type ReportOptions } from './report-options.js';

/** The report of which scope. */
export interface ScopedReportOptions extends ReportOptions {
  readonly scope?: TableScope;
}

/** A command about the report of an agency alone, or of what it totals. */
export abstract class ScopedReportCommand<
  Options extends ScopedReportOptions = ScopedReportOptions,
> extends ReportGongkaiCommand<Options> {
  @Option(SCOPE_OPTION)
  parseScope(value: string): TableScope {
    return scopeOption(value);
  }
}
