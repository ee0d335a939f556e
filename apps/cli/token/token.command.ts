import { Command } from 'nest-commander';
import { CommandGroup } from '../shell/command-group.js';
import { TokenCreateCommand } from './token-create.command.js';
import { TokenListCommand } from './token-list.command.js';
import { TokenRevokeCommand } from './token-revoke.command.js';

/** `gongkai token`. */
@Command({
  name: 'token',
  description: '访问令牌：create、list、revoke',
  subCommands: [TokenCreateCommand, TokenListCommand, TokenRevokeCommand],
})
export class TokenCommand extends CommandGroup {}
