import { Command } from 'nest-commander';
import { CommandGroup } from '../shell/command-group.js';
import { ReportLintCommand } from './report-lint.command.js';

/** `gongkai report`. */
@Command({ name: 'report', description: '年度报告：lint', subCommands: [ReportLintCommand] })
export class ReportCommand extends CommandGroup {}
