import type { MovedMember, ScopeDrift, SummedAs } from '#office';
import { MEMBER_BASIS_LABELS } from '#statistics';
import { differencesText } from './differences-text.js';

/** What moved since the report of a scope was issued, figure by figure, and the members that it comes from; nothing where nothing did. */
export function scopeDriftText({ issue, on, cells, members, refusal }: ScopeDrift): readonly string[] {
  const since = `第 ${issue} 次定稿（${on}）之后`;
  if (refusal !== null) return [`${since}已无法汇总，不能与定稿比较：${refusal.message}`];
  if (cells.length === 0) return [];
  return [
    `${since} ${cells.length} 个数字有变动；定稿不变，要改用现有数字的，再次定稿（report issue）：`,
    differencesText(cells, ['定稿', '现有']),
    ...(members.length === 0 ? [] : [`来自：${members.map(memberText).join('；')}`]),
  ];
}

function memberText({ agency, name, then, now }: MovedMember): string {
  return `${agency} ${name}（${asText(then)} → ${asText(now)}）`;
}

function asText(as: SummedAs | null): string {
  if (as === null) return '不在其中';
  const { basis, edition, digest } = as;
  if (edition !== null) return `第 ${edition} 版`;
  return MEMBER_BASIS_LABELS[basis] + (digest === null ? '' : ` ${digest.slice(0, 8)}`);
}
