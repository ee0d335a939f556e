import { Command } from 'nest-commander';
import { CommandGroup } from '../shell/command-group.js';
import { ImportCasesCommand } from './import-cases.command.js';

/** `gongkai import`. */
@Command({ name: 'import', description: '导入原有记录：cases（依申请公开台账）', subCommands: [ImportCasesCommand] })
export class ImportCommand extends CommandGroup {}
