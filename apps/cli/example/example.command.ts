import { CloseYear } from '#office';
import { toPublishedJson } from '#annual-report';
import { Command } from 'nest-commander';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { operatorRequest } from '../office/people.js';
import { recordingIn, type OpenOffice } from '../office/with-office.js';
import { playFiles } from '../play/play-files.js';
import { playText } from '../play/play-text.js';
import { untilInterrupted } from '../play/interruption.js';
import { EXIT } from '../shell/exit-codes.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { readYear, yearText } from '../year/year-tables.command.js';
import { EXAMPLES, type Example } from './examples.js';

/** What the example answers for one report. */
interface ExampleYear {
  readonly agency: string;
  readonly year: number;
  readonly digest: string;
  /** Section 一: items published, in all and per channel. */
  readonly published: object;
  readonly tables: object;
  readonly text: string;
}

/** `gongkai example`: the histories of three published reports, from the first entry to the tables. */
@Command({
  name: 'example',
  description: '示例：执行三个场景文件，结账，打印三份真实年度报告的表（不写 --data 则用临时目录，结束后删除）',
})
export class ExampleCommand extends GongkaiCommand {
  override async execute({ options, output }: Invocation<GlobalOptions>): Promise<void> {
    await inDirectory(options.data, (directory) =>
      untilInterrupted((signal) =>
        recordingIn(directory, async (open) => {
          const years: ExampleYear[] = [];
          for (const example of EXAMPLES) {
            const year = await exampleYear(open, example, signal);
            if (year === null) return;
            output.say(`${year.text}\n`);
            years.push(year);
          }
          if (output.json) output.answer({ years: years.map(({ text: _text, ...year }) => year) }, () => '');
        }),
      ),
    );
  }
}

/** `null` when the play was cut short: the exit code is set and the reason printed. */
async function exampleYear(
  open: OpenOffice,
  { file, agency, year }: Example,
  signal: AbortSignal,
): Promise<ExampleYear | null> {
  const report = await playFiles(open.office, [scenarioFile(file)], { goOn: false, signal });
  if (report.stopped !== null) {
    process.stderr.write(`${playText(report)}\n`);
    process.exitCode = report.stopped === 'interrupted' ? EXIT.interrupted : EXIT.refused;
    return null;
  }
  const { digest } = await open.commands.execute(new CloseYear(agency, year, {}, operatorRequest(undefined)));
  const { view, policy } = await readYear(open, agency, year, null);
  const { published } = view.figures;
  return { agency, year, digest, published, tables: toPublishedJson(view.figures), text: yearText(view, policy) };
}

/** scenarios/ beside bin/ and dist/, wherever the package lies. */
function scenarioFile(name: string): string {
  return fileURLToPath(new URL(`../../../../scenarios/${name}`, import.meta.url));
}

async function inDirectory(kept: string | undefined, work: (directory: string) => Promise<void>): Promise<void> {
  if (kept !== undefined) return work(kept);
  const directory = await mkdtemp(join(tmpdir(), 'gongkai-example-'));
  try {
    await work(directory);
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
