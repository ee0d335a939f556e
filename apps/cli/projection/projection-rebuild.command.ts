import type { RebuildResult } from '#projections';
import type { Office } from '#office';
import { SubCommand } from 'nest-commander';
import { recordingIn } from '../office/with-office.js';
import { EXIT } from '../shell/exit-codes.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { progress } from '../shell/progress.js';

const ALL: readonly string[] = ['statistics', 'caseload'];

/** `gongkai projection rebuild`: from the log beside the view in service, compared, then swapped. */
@SubCommand({
  name: 'rebuild',
  arguments: '[视图]',
  argsDescription: { 视图: `${ALL.join('、')}；不写则全部` },
  description: '从日志重建统计视图，与现用的逐行比较后替换；不一致时退出码为 1',
})
export class ProjectionRebuildCommand extends GongkaiCommand {
  override async execute({ args: [name], dataDir, output }: Invocation<GlobalOptions>): Promise<void> {
    const results = await recordingIn(dataDir, ({ office }) => rebuildAll(office, name === undefined ? ALL : [name]));
    output.answer({ results }, () => results.map(resultText).join('\n'));
    if (results.some(({ equal }) => !equal)) process.exitCode = EXIT.refused;
  }
}

async function rebuildAll({ projections, store, views }: Office, names: readonly string[]): Promise<RebuildResult[]> {
  const results: RebuildResult[] = [];
  await views.waitFor(await store.head());
  for (const name of names) {
    const bar = progress(`重建 ${name}`, 1);
    try {
      const onProgress = ({ position, upTo }: { position: string; upTo: string }) =>
        bar.update(Number(position) || 0, Number(upTo) || 1);
      results.push(await projections!.rebuild(name, { swap: 'always', onProgress }));
    } finally {
      bar.stop();
    }
  }
  return results;
}

function resultText({ projection, events, equal, rebuiltDigest, seconds, aside }: RebuildResult): string {
  const verdict = equal
    ? '与现用视图一致'
    : `与现用视图不一致，已改用重建结果${aside === undefined ? '' : `；原视图保存在 ${aside}`}`;
  return `${projection}：重建 ${events} 个事件，${verdict}（摘要 ${rebuiltDigest.slice(0, 16)}…，用时 ${seconds.toFixed(1)} 秒）`;
}
