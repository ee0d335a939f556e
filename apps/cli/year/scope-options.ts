import { TABLE_SCOPES, type TableScope } from '#agency';
import { Option } from 'nest-commander';
import { choiceOption } from '../shell/parse.js';
import { YearGongkaiCommand, type YearOptions } from './year-options.js';

/** How `--scope` is written and described. */
export const SCOPE_OPTION = {
  flags: '--scope <范围>',
  name: 'scope',
  description: 'own 本机关（默认）、level 本级（政府及其部门）、region 本地区全部公开主体',
} as const;

/** Which tables of a year. */
export interface ScopedYearOptions extends YearOptions {
  readonly scope?: TableScope;
}

/** Raises `UsageFault`. */
export function scopeOption(value: string): TableScope {
  return choiceOption('--scope', value, TABLE_SCOPES);
}

/** A command about the tables of one agency and year, of the agency alone or of what it totals. */
export abstract class ScopedYearCommand<
  Options extends ScopedYearOptions = ScopedYearOptions,
> extends YearGongkaiCommand<Options> {
  /** The scope asked for, with its year; `null` for the agency alone. Raises `UsageFault`. */
  protected scopeOf(options: ScopedYearOptions) {
    const { scope = 'own', form = null } = options;
    return scope === 'own' ? null : { ...this.yearOf(options), scope, form };
  }

  @Option(SCOPE_OPTION)
  parseScope(value: string): TableScope {
    return scopeOption(value);
  }
}
