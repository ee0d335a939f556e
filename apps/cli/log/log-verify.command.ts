import { GongkaiError, StoreUnavailable } from '#kernel';
import { damageOf, openSqliteEventStore } from '#event-store';
import { verifyLog, type LogVerification } from '#integrity';
import { Option, SubCommand } from 'nest-commander';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXIT } from '../shell/exit-codes.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { positionOption } from '../shell/parse.js';
import { progress } from '../shell/progress.js';
import { UsageFault } from '../shell/usage-fault.js';
import { verificationText } from './verification-text.js';

/** What `log verify` compares with. */
interface LogVerifyOptions extends GlobalOptions {
  readonly position?: string;
  readonly expectRoot?: string;
}

/** `gongkai log verify`: file, positions, every hash chain, and the Merkle root over their heads. Also while the service runs. */
@SubCommand({
  name: 'verify',
  description: '核验事件库：每个字节、文件结构、位置连续、每条哈希链，并给出默克尔根；不一致时退出码为 1',
})
export class LogVerifyCommand extends GongkaiCommand<LogVerifyOptions> {
  override async execute({ dataDir, options, output }: Invocation<LogVerifyOptions>): Promise<void> {
    const { tree, ...found } = await verifyFile(join(dataDir, 'log.db'), options.position);
    const root = tree === null ? {} : { position: tree.position, root: tree.root };
    const expected = options.expectRoot;
    const rootAgrees = expected === undefined || tree === null ? {} : { rootAgrees: tree.root === expected };
    output.answer({ ...found, intact: found.damage === undefined, ...root, ...rootAgrees }, () =>
      verificationText({ tree, ...found }, expected),
    );
    if (found.damage !== undefined || rootAgrees.rootAgrees === false) process.exitCode = EXIT.refused;
  }

  @Option({ flags: '--position <位置>', name: 'position', description: '只核验到日志的这一位置（默认到末尾）' })
  parsePosition(value: string): string {
    return positionOption('--position', value);
  }

  @Option({ flags: '--expect-root <根>', name: 'expectRoot', description: '另行留存的默克尔根；不同即为不一致' })
  parseExpectRoot(value: string): string {
    if (!/^[0-9a-f]{64}$/i.test(value)) throw new UsageFault('--expect-root：应为 64 位十六进制数');
    return value.toLowerCase();
  }
}

/** A log too damaged to be opened is an answer like any other damage. */
async function verifyFile(file: string, position: string | undefined): Promise<LogVerification> {
  if (!existsSync(file))
    throw new StoreUnavailable('store-missing', `找不到事件库文件 ${file}；请用 --data 指明数据目录`);
  const bar = progress('核验', 1);
  try {
    const store = await openSqliteEventStore({ file, mode: 'reader' });
    try {
      return await verifyLog(store, {
        ...(position === undefined ? {} : { position }),
        onProgress: (checked, total) => bar.update(checked, total),
      });
    } finally {
      await store.close();
    }
  } catch (error) {
    if (!(error instanceof GongkaiError) || error.kind !== 'corrupt') throw error;
    return { streams: 0, events: 0, damage: damageOf(error), tree: null };
  } finally {
    bar.stop();
  }
}
