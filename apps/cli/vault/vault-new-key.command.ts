import { GongkaiError } from '#kernel';
import { newMasterKeyLine } from '#privacy';
import { SubCommand } from 'nest-commander';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { UsageFault } from '../shell/usage-fault.js';

/** `gongkai vault new-key`: prints the line of a new random master key; writes and keeps nothing. */
@SubCommand({
  name: 'new-key',
  arguments: '<编号>',
  argsDescription: { 编号: '密钥编号，1 至 32 个小写字母、数字或 -，如 2026-a；不得与以前的重复' },
  description: '生成一个随机主密钥，输出密钥文件中的一行；不写入任何文件，请自行保存（chmod 600）',
})
export class VaultNewKeyCommand extends GongkaiCommand {
  override async execute({ args: [id], output }: Invocation<GlobalOptions>): Promise<void> {
    const line = lineOf(id ?? '');
    output.answer({ line }, () => line);
  }
}

/** Raises `UsageFault` for an id that cannot be one. */
function lineOf(id: string): string {
  try {
    return newMasterKeyLine(id);
  } catch (error) {
    throw error instanceof GongkaiError ? new UsageFault(error.message) : error;
  }
}
