import type { Damage } from '#event-store';
import type { LogVerification } from '#integrity';

/** What an operator does about damage, in order; the same as in docs/operations.zh-CN.md. */
const ADVICE: readonly string[] = [
  '怎么办：',
  '  1. 停止服务；不要再写入，不要运行 SQLite 的 VACUUM 或修复命令',
  '  2. 把全部 log.db* 文件复制到另一块磁盘保存',
  '  3. 从最近的备份恢复到另一个目录，用 --data 指明该目录，再运行一次 log verify',
  '  4. 备份之后的记录：从受损的副本中逐条对照，重新录入；详见运维手册“核验不一致时”',
];

/** What a verification found, in plain Chinese. `expected`: a root that was noted elsewhere. */
export function verificationText(found: LogVerification, expected?: string): string {
  const { damage, tree } = found;
  if (damage !== undefined) return damageText(found, damage);
  const lines = [`核验一致：${counts(found)}，哈希链完整`];
  if (tree !== null) lines.push(`默克尔根（位置 ${tree.position || '起点'}）${tree.root}`);
  if (found.pagesChecked === false)
    lines.push('注意：没有可用的页校验（log.db.pages），文件未逐字节核对；服务下次启动时重建');
  if (expected === undefined || tree === null) return lines.join('\n');
  if (tree.root === expected) return [...lines, '与留存的默克尔根相同'].join('\n');
  return [
    ...lines,
    `核验不一致：与留存的默克尔根 ${expected} 不同`,
    '  事件库自身完整，但不是留存该根时的那一份：可能换成了旧备份，或整库被改写',
    '  如该根是在较早的位置留存的，请用 --position 指明那个位置',
    ...ADVICE,
  ].join('\n');
}

function damageText(found: LogVerification, { what, stream, revision, position, page, offset }: Damage): string {
  const byte = offset === undefined ? '' : `，页内第 ${offset} 字节`;
  return [
    `核验不一致：${what}`,
    ...(stream === undefined ? [] : [`  流：${stream}${revision === undefined ? '' : `，第 ${revision} 号修订`}`]),
    ...(position === undefined ? [] : [`  位置：${position}`]),
    ...(page === undefined ? [] : [`  文件：第 ${page} 页${byte}`]),
    // Damage told before the walk over the events says nothing of them.
    ...(found.events === 0 ? [] : [`  此前 ${counts(found)}完好`]),
    ...ADVICE,
  ].join('\n');
}

function counts({ streams, events }: LogVerification): string {
  return `${streams} 条流、${events} 个事件`;
}
