import type { JsonObject } from '#kernel';
import { localDateOf, type LocalDate } from '#kernel';
import { RecordAgencyCommand, systemClock, type Recorded } from '#office';
import { Option } from 'nest-commander';
import { operatorRequest } from '../office/people.js';
import { RecorderCommand, type RecorderOptions } from '../office/recorder-command.js';
import { recordingIn } from '../office/with-office.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { dateOption } from '../shell/parse.js';

/** Options of a command that records a fact about an agency. */
export interface AgencyRecorderOptions extends RecorderOptions {
  readonly on?: LocalDate;
}

/** A command that records one fact about the agency named by its argument. `on` defaults to today in Shanghai. */
export abstract class AgencyRecorder<
  Options extends AgencyRecorderOptions = AgencyRecorderOptions,
> extends RecorderCommand<Options> {
  /** Name of the command of the agency library. */
  protected abstract readonly records: string;
  /** Chinese for what was done. */
  protected abstract readonly done: string;

  /** The body of the command, without its date. Raises `UsageFault` where an option is missing. */
  protected abstract bodyOf(options: Options): JsonObject;

  override async execute({ args: [agency = ''], dataDir, options, output }: Invocation<Options>): Promise<void> {
    const body = { on: options.on ?? localDateOf(systemClock.now()), ...this.bodyOf(options) };
    const request = operatorRequest(options.actor);
    const recorded: Recorded = await recordingIn(dataDir, ({ commands }) =>
      commands.execute(new RecordAgencyCommand(this.records, agency, body, request)),
    );
    output.answer(recorded, () => `${this.done}：${agency}（版本号 ${recorded.revision}）`);
  }

  @Option({ flags: '--on <日期>', name: 'on', description: '事实日期（默认今日）' })
  parseOn(value: string): LocalDate {
    return dateOption('--on', value);
  }
}
