import { Command } from 'nest-commander';
import { CommandGroup } from '../shell/command-group.js';
import { CaseCellsCommand } from './case-cells.command.js';
import { CaseClockCommand } from './case-clock.command.js';
import { CaseDiffCommand } from './case-diff.command.js';
import { CaseDueCommand } from './case-due.command.js';
import { CaseHistoryCommand } from './case-history.command.js';
import { CaseReplayCommand } from './case-replay.command.js';
import { CaseShowCommand } from './case-show.command.js';

/** `gongkai case`. */
@Command({
  name: 'case',
  description: '申请件：show、history、clock、due、replay、diff、cells',
  subCommands: [
    CaseShowCommand,
    CaseHistoryCommand,
    CaseClockCommand,
    CaseDueCommand,
    CaseReplayCommand,
    CaseDiffCommand,
    CaseCellsCommand,
  ],
})
export class CaseCommand extends CommandGroup {}
