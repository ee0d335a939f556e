import { Command } from 'nest-commander';
import { CommandGroup } from '../shell/command-group.js';
import { CaseClockCommand } from './case-clock.command.js';
import { CaseHistoryCommand } from './case-history.command.js';
import { CaseShowCommand } from './case-show.command.js';

/** `gongkai case`. */
@Command({
  name: 'case',
  description: '申请件：show、history、clock',
  subCommands: [CaseShowCommand, CaseHistoryCommand, CaseClockCommand],
})
export class CaseCommand extends CommandGroup {}
