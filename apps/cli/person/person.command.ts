import { Command } from 'nest-commander';
import { CommandGroup } from '../shell/command-group.js';
import { PersonForgetCommand } from './person-forget.command.js';

/** `gongkai person`. Reads nobody: who may read personal data is known to the service, not to a command line. */
@Command({
  name: 'person',
  description: '申请人和第三方的个人信息：forget（查阅经 HTTP 接口）',
  subCommands: [PersonForgetCommand],
})
export class PersonCommand extends CommandGroup {}
