import { GetScopeRules, GetYearRules } from '#office';
import { SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import { EXIT } from '../shell/exit-codes.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { rulesText } from './rules-text.js';
import { ScopedYearCommand, type ScopedYearOptions } from './scope-options.js';
import { scopeRulesText } from './scope-text.js';

/** `gongkai year rules`: every rule of the catalogue, applied to the figures as they are now. */
@SubCommand({ name: 'rules', description: '勾稽关系逐条核对；有未豁免的错误时退出码为 1' })
export class YearRulesCommand extends ScopedYearCommand {
  override async execute({ dataDir, options, output }: Invocation<ScopedYearOptions>): Promise<void> {
    const { agency, year } = this.yearOf(options);
    const of = this.scopeOf(options);
    if (of !== null) {
      const judged = await lookingAt(dataDir, ({ queries }) => queries.execute(new GetScopeRules(of, ONLOOKER)));
      output.answer(judged, () => scopeRulesText(judged));
      if (judged.blocking.length > 0) process.exitCode = EXIT.refused;
      return;
    }
    const rules = await lookingAt(dataDir, ({ queries }) =>
      queries.execute(new GetYearRules(agency, year, options.form ?? null, ONLOOKER)),
    );
    output.answer(rules, () => rulesText(rules));
    if (rules.blocking.length > 0) process.exitCode = EXIT.refused;
  }
}
