import { systemClock } from '#office';
import { SubCommand } from 'nest-commander';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { withTokens } from './open-tokens.js';

/** `gongkai token revoke`: from the next request on. */
@SubCommand({
  name: 'revoke',
  arguments: '<编号>',
  argsDescription: { 编号: '令牌编号，见 token list' },
  description: '吊销访问令牌，立即生效；重复执行不变',
})
export class TokenRevokeCommand extends GongkaiCommand {
  override async execute({ args: [id], dataDir, output }: Invocation<GlobalOptions>): Promise<void> {
    const record = withTokens(dataDir, (tokens) => tokens.revoke(id ?? '', systemClock.now()));
    output.answer(record, () => `已吊销：${record.id}（${record.staffId}，${record.role}）`);
  }
}
