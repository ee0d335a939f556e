import { ROLES, type Instant, type Role } from '#kernel';
import { systemClock } from '#office';
import { Option, SubCommand } from 'nest-commander';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { choiceOption, INSTANT_HELP, instantOption, integerOption, listOption, required } from '../shell/parse.js';
import { UsageFault } from '../shell/usage-fault.js';
import { assertFounded } from './known-agencies.js';
import { withTokens } from './open-tokens.js';
import { agenciesText } from './token-text.js';

const DEFAULT_DAYS = 365;
const MS_PER_DAY = 86_400_000;

interface TokenCreateOptions extends GlobalOptions {
  readonly staff?: string;
  readonly role?: Role;
  readonly agencies?: readonly string[];
  readonly days?: number;
  readonly expires?: Instant;
  readonly beforeFounding?: boolean;
}

/** `gongkai token create`: makes a token; its secret is shown once and stored nowhere. */
@SubCommand({ name: 'create', description: '生成访问令牌；令牌只显示这一次，库中只存其哈希值' })
export class TokenCreateCommand extends GongkaiCommand<TokenCreateOptions> {
  override async execute({ dataDir, options, output }: Invocation<TokenCreateOptions>): Promise<void> {
    if (options.days !== undefined && options.expires !== undefined)
      throw new UsageFault('--days 与 --expires 只能写一个');
    const now = systemClock.now();
    const named = required('--agencies', options.agencies);
    const agencies: '*' | string[] = named.length === 1 && named[0] === '*' ? '*' : [...named];
    const request = {
      staffId: required('--staff', options.staff),
      role: required('--role', options.role),
      agencies,
      expiresAt: options.expires ?? daysAfter(now, options.days ?? DEFAULT_DAYS),
    };
    if (agencies !== '*' && options.beforeFounding !== true) await assertFounded(dataDir, agencies);
    const { token, record } = withTokens(dataDir, (tokens) => tokens.create(request, now));
    output.answer({ token, ...record }, () =>
      [
        `令牌：${token}`,
        `编号：${record.id}（用于吊销）`,
        `人员 ${record.staffId}，角色 ${record.role}，机关 ${agenciesText(record)}，至 ${record.expiresAt} 失效`,
        '令牌只显示这一次，请妥善保存；请求时带请求头 Authorization: Bearer <令牌>',
      ].join('\n'),
    );
  }

  @Option({ flags: '--staff <人员编号>', name: 'staff', description: '人员编号；事件的办理人由令牌决定' })
  parseStaff(value: string): string {
    return value;
  }

  @Option({ flags: '--role <角色>', name: 'role', description: `角色：${ROLES.join('、')}` })
  parseRole(value: string): Role {
    return choiceOption('--role', value, ROLES);
  }

  @Option({ flags: '--agencies <机关>', name: 'agencies', description: '可办理的机关编号，以逗号分隔；* 为全部' })
  parseAgencies(value: string): readonly string[] {
    return listOption(value);
  }

  @Option({ flags: '--before-founding', name: 'beforeFounding', description: '机关尚未设立也生成（不核对机关编号）' })
  parseBeforeFounding(): boolean {
    return true;
  }

  @Option({ flags: '--days <天数>', name: 'days', description: `有效天数（默认 ${DEFAULT_DAYS}）` })
  parseDays(value: string): number {
    return integerOption('--days', value, 1, 3_650);
  }

  @Option({ flags: '--expires <时刻>', name: 'expires', description: `失效时刻：${INSTANT_HELP}` })
  parseExpires(value: string): Instant {
    return instantOption('--expires', value);
  }
}

function daysAfter(now: Instant, days: number): Instant {
  return new Date(Date.parse(now) + days * MS_PER_DAY).toISOString() as Instant;
}
