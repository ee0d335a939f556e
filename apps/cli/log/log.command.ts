import { Command } from 'nest-commander';
import { CommandGroup } from '../shell/command-group.js';
import { LogVerifyCommand } from './log-verify.command.js';

/** `gongkai log`. */
@Command({ name: 'log', description: '事件库：verify', subCommands: [LogVerifyCommand] })
export class LogCommand extends CommandGroup {}
