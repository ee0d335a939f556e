import { systemClock } from '#office';
import { SubCommand } from 'nest-commander';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { withTokens } from './open-tokens.js';
import { tokensText } from './token-text.js';

/** `gongkai token list`. */
@SubCommand({ name: 'list', description: '列出全部访问令牌（不含令牌本身）' })
export class TokenListCommand extends GongkaiCommand {
  override async execute({ dataDir, output }: Invocation<GlobalOptions>): Promise<void> {
    const tokens = withTokens(dataDir, (store) => store.list());
    output.answer({ tokens }, () => tokensText(tokens, systemClock.now()));
  }
}
