import type { VaultVerification } from '#privacy';
import { SubCommand } from 'nest-commander';
import { EXIT } from '../shell/exit-codes.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { withVault } from './open-vault.js';

/** What the check found, and which master keys the vault still needs. */
type Found = VaultVerification & { readonly masterKeys: readonly string[] };

/** `gongkai vault verify`: opens every key and every record. Also while the service runs; shows nothing personal. */
@SubCommand({
  name: 'verify',
  description: '核验个人信息库：逐一打开每个密钥和每条密文，检查两个文件；不一致时退出码为 1。服务运行中也可执行',
})
export class VaultVerifyCommand extends GongkaiCommand {
  override async execute({ dataDir, output }: Invocation<GlobalOptions>): Promise<void> {
    const found = withVault(dataDir, 'reader', (vault) => ({
      ...vault.verify(),
      masterKeys: vault.masterKeysInUse(),
    }));
    output.answer({ ...found, intact: found.damage.length === 0 }, () => verificationText(found));
    if (found.damage.length > 0) process.exitCode = EXIT.refused;
  }
}

function verificationText({ persons, records, erased, unscrubbed, damage, masterKeys }: Found): string {
  return [
    `${damage.length === 0 ? '核验一致' : `发现 ${damage.length} 处损坏`}：${persons} 人、${records} 条密文，已销毁 ${erased} 人`,
    `所需主密钥：${masterKeys.join('、')}`,
    ...(unscrubbed === 0 ? [] : [`${unscrubbed} 人的销毁尚未清除旧数据页：重启服务即清除`]),
    ...damage.map(({ message, personRef }) => `  ${personRef === undefined ? '' : `${personRef}：`}${message}`),
  ].join('\n');
}
