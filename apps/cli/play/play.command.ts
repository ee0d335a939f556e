import { Command, Option } from 'nest-commander';
import { recordingIn } from '../office/with-office.js';
import { EXIT } from '../shell/exit-codes.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { untilInterrupted } from './interruption.js';
import { assertReadable } from './line-reader.js';
import { playFiles } from './play-files.js';
import { playDocument, type PlayReport } from './play-report.js';
import { playText } from './play-text.js';

interface PlayCommandOptions extends GlobalOptions {
  readonly goOn?: boolean;
}

/** `gongkai play FILE...`: runs scenario files (docs/scenario-files.md). */
@Command({
  name: 'play',
  arguments: '<文件...>',
  argsDescription: { 文件: '场景文件：每行一个 JSON 命令' },
  description: '依次执行场景文件；可重复执行或中断后再次执行，已记录的不会重复记录',
})
export class PlayCommand extends GongkaiCommand<PlayCommandOptions> {
  override async execute({ args, dataDir, options, output }: Invocation<PlayCommandOptions>): Promise<void> {
    for (const file of args) await assertReadable(file);
    const report = await untilInterrupted((signal) =>
      recordingIn(dataDir, ({ office }) => playFiles(office, args, { goOn: options.goOn === true, signal })),
    );
    output.answer(playDocument(report), () => playText(report));
    process.exitCode = exitCodeOf(report);
  }

  @Option({ flags: '--continue', name: 'goOn', description: '遇到被拒绝的行不停止，最后一并报告' })
  parseContinue(): boolean {
    return true;
  }
}

function exitCodeOf({ stopped, refused, refusedLines }: PlayReport): number {
  if (stopped === 'interrupted') return EXIT.interrupted;
  if (refused === 0) return EXIT.ok;
  return refusedLines.every(({ error }) => error.kind === 'malformed') ? EXIT.usage : EXIT.refused;
}
