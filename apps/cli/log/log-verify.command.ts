import { StoreUnavailable } from '#kernel';
import { openSqliteEventStore } from '#event-store';
import { verifyLog, type LogVerification } from '#integrity';
import { SubCommand } from 'nest-commander';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../shell/exit-codes.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { progress } from '../shell/progress.js';

/** `gongkai log verify`: file, positions, every hash chain, and the Merkle root over their heads. Also while the service runs. */
@SubCommand({
  name: 'verify',
  description: '核验事件库：文件结构、位置连续、每条哈希链，并给出默克尔根；不一致时退出码为 1',
})
export class LogVerifyCommand extends GongkaiCommand {
  override async execute({ dataDir, output }: Invocation<GlobalOptions>): Promise<void> {
    const { tree, ...found } = await verifyFile(join(dataDir, 'log.db'));
    const root = tree === null ? {} : { position: tree.position, root: tree.root };
    output.answer({ ...found, intact: found.damage === undefined, ...root }, () =>
      verificationText({ tree, ...found }),
    );
    if (found.damage !== undefined) process.exitCode = EXIT.refused;
  }
}

async function verifyFile(file: string): Promise<LogVerification> {
  if (!existsSync(file))
    throw new StoreUnavailable('store-missing', `找不到事件库文件 ${file}；请用 --data 指明数据目录`);
  const store = await openSqliteEventStore({ file, mode: 'reader' });
  const bar = progress('核验', 1);
  try {
    return await verifyLog(store, { onProgress: (checked, total) => bar.update(checked, total) });
  } finally {
    bar.stop();
    await store.close();
  }
}

function verificationText({ streams, events, damage, tree }: LogVerification): string {
  const sound = `${streams} 条流、${events} 个事件`;
  if (damage === undefined) {
    const root = tree === null ? [] : [`默克尔根（位置 ${tree.position || '起点'}）${tree.root}`];
    return [`核验一致：${sound}，哈希链完整`, ...root].join('\n');
  }
  const { what, stream, revision, position } = damage;
  return [
    `核验不一致：${what}`,
    ...(stream === undefined ? [] : [`  流：${stream}${revision === undefined ? '' : `，第 ${revision} 号修订`}`]),
    ...(position === undefined ? [] : [`  位置：${position}`]),
    `  此前 ${sound}完好`,
  ].join('\n');
}
