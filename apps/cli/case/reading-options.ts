import { READING_KINDS, type ReadingKind, type ReadingPoint } from '#casework';
import { Option } from 'nest-commander';
import type { Instant, LocalDate } from '#kernel';
import { GongkaiCommand, type GlobalOptions } from '../shell/gongkai-command.js';
import { choiceOption, dateOption, INSTANT_HELP, instantOption, integerOption } from '../shell/parse.js';

/** From where a case is to be read. */
export interface ReadingOptions extends GlobalOptions, ReadingPoint {}

/** A revision of a history. Raises `UsageFault`. */
export function revisionOption(name: string, value: string): number {
  return integerOption(name, value, 0, 999_999_999);
}

/** A command that reads a case from a point given by options. */
export abstract class ReadingCommand extends GongkaiCommand<ReadingOptions> {
  /** The options without those of every command. */
  protected pointOf({ revision, knownAt, on, as }: ReadingOptions): ReadingPoint {
    return {
      ...(revision !== undefined && { revision }),
      ...(knownAt !== undefined && { knownAt }),
      ...(on !== undefined && { on }),
      ...(as !== undefined && { as }),
    };
  }

  @Option({ flags: '--revision <序号>', name: 'revision', description: '读到第几条记录为止，从 0 起' })
  parseRevision(value: string): number {
    return revisionOption('--revision', value);
  }

  @Option({ flags: '--known-at <时刻>', name: 'knownAt', description: `以这一时刻所知为准：${INSTANT_HELP}` })
  parseKnownAt(value: string): Instant {
    return instantOption('--known-at', value);
  }

  @Option({ flags: '--on <日期>', name: 'on', description: '只计这一日（含）以前的事实' })
  parseOn(value: string): LocalDate {
    return dateOption('--on', value);
  }

  @Option({ flags: '--as <读法>', name: 'as', description: 'recorded 按原始记录；corrected 按更正后的记录（默认）' })
  parseAs(value: string): ReadingKind {
    return choiceOption('--as', value, READING_KINDS);
  }
}
