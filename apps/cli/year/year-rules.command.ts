import { GetYearRules } from '#office';
import { SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import { EXIT } from '../shell/exit-codes.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { rulesText } from './rules-text.js';
import { YearGongkaiCommand, type YearOptions } from './year-options.js';

/** `gongkai year rules`: every rule of the catalogue, applied to the figures as they are now. */
@SubCommand({ name: 'rules', description: '勾稽关系逐条核对；有未豁免的错误时退出码为 1' })
export class YearRulesCommand extends YearGongkaiCommand {
  override async execute({ dataDir, options, output }: Invocation<YearOptions>): Promise<void> {
    const { agency, year } = this.yearOf(options);
    const rules = await lookingAt(dataDir, ({ queries }) =>
      queries.execute(new GetYearRules(agency, year, options.form ?? null, ONLOOKER)),
    );
    output.answer(rules, () => rulesText(rules));
    if (rules.blocking.length > 0) process.exitCode = EXIT.refused;
  }
}
