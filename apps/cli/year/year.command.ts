import { Command } from 'nest-commander';
import { CommandGroup } from '../shell/command-group.js';
import { YearCloseCommand } from './year-close.command.js';
import { YearRulesCommand } from './year-rules.command.js';
import { YearTablesCommand } from './year-tables.command.js';
import { YearVerifyCommand } from './year-verify.command.js';

/** `gongkai year`. */
@Command({
  name: 'year',
  description: '年度：tables、rules、close、verify',
  subCommands: [YearTablesCommand, YearRulesCommand, YearCloseCommand, YearVerifyCommand],
})
export class YearCommand extends CommandGroup {}
