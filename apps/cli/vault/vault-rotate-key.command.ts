import { SubCommand } from 'nest-commander';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { progress } from '../shell/progress.js';
import { withVault } from './open-vault.js';

/** `gongkai vault rotate-key`: every key anew under the first master key; all or nothing, so it is simply run again after a kill. */
@SubCommand({
  name: 'rotate-key',
  description:
    '更换主密钥：新密钥写在密钥配置的首行、旧密钥留在其下，执行后旧密钥即可移除；须先停止服务，中断后可重新执行',
})
export class VaultRotateKeyCommand extends GongkaiCommand {
  override async execute({ dataDir, output }: Invocation<GlobalOptions>): Promise<void> {
    const bar = progress('更换', 1);
    try {
      const answer = withVault(dataDir, 'writer', (vault) => {
        const rewrapped = vault.rotateMasterKey(({ done, total }) => bar.update(done, total));
        return { rewrapped, masterKeys: vault.masterKeysInUse() };
      });
      output.answer(answer, () => rotationText(answer));
    } finally {
      bar.stop();
    }
  }
}

function rotationText({
  rewrapped,
  masterKeys,
}: {
  readonly rewrapped: number;
  readonly masterKeys: readonly string[];
}): string {
  const now = `现在只用主密钥 ${masterKeys.join('、')}`;
  if (rewrapped === 0) return `没有需要更换的密钥；${now}`;
  return `已更换 ${rewrapped} 个密钥的主密钥；${now}，旧主密钥可从配置中移除；含旧密钥的 keys.db 备份全部到期后再销毁旧主密钥`;
}
