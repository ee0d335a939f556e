import { Command } from 'nest-commander';
import { CommandGroup } from '../shell/command-group.js';
import { VaultNewKeyCommand } from './vault-new-key.command.js';
import { VaultRotateKeyCommand } from './vault-rotate-key.command.js';
import { VaultVerifyCommand } from './vault-verify.command.js';

/** `gongkai vault`. */
@Command({
  name: 'vault',
  description: '个人信息库：new-key、rotate-key、verify',
  subCommands: [VaultNewKeyCommand, VaultRotateKeyCommand, VaultVerifyCommand],
})
export class VaultCommand extends CommandGroup {}
