import { GetProjections } from '#office';
import type { ProjectionState, ProjectionStatus } from '#projections';
import { SubCommand } from 'nest-commander';
import { EXIT } from '../shell/exit-codes.js';
import { lookingAt } from '../office/with-office.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { textTable } from '../shell/text-table.js';

const STATE_LABELS: Readonly<Record<ProjectionState, string>> = {
  starting: '正在启动',
  'catching-up': '正在追赶',
  live: '已是最新',
  stopped: '未运行',
  failed: '已停止（出错）',
};

/** `gongkai projection status`. */
@SubCommand({ name: 'status', description: '各统计视图的进度；有视图出错时退出码为 1' })
export class ProjectionStatusCommand extends GongkaiCommand {
  override async execute({ dataDir, output }: Invocation<GlobalOptions>): Promise<void> {
    const projections = await lookingAt(dataDir, ({ queries }) => queries.execute(new GetProjections()));
    output.answer({ projections }, () => statusText(projections));
    if (projections.some(({ state }) => state === 'failed')) process.exitCode = EXIT.refused;
  }
}

function statusText(projections: readonly ProjectionStatus[]): string {
  const table = textTable(
    ['视图', '版本', '状态', '已折叠至', '日志末尾'].map((head) => ({ head })),
    projections.map(({ name, version, state, checkpoint, head }) => [
      name,
      version,
      STATE_LABELS[state],
      checkpoint || '（起点）',
      head === undefined ? '未知' : head || '（空）',
    ]),
  );
  const errors = projections.flatMap(({ name, lastError }) => (lastError ? [`${name}：${lastError.message}`] : []));
  return [table, ...errors].join('\n');
}
