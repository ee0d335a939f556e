import { CommandRunner, Option } from 'nest-commander';
import { env } from 'node:process';
import type { Commander } from './help.js';
import { Output } from './output.js';
import { prepareCommand } from './prepare-command.js';

/** The options of every command, as parsed. */
export interface GlobalOptions {
  readonly data?: string;
  readonly json?: boolean;
  readonly debug?: boolean;
}

/** What a command is run with. */
export interface Invocation<Options extends GlobalOptions> {
  readonly args: readonly string[];
  readonly options: Options;
  /** The data directory: `--data`, else `GONGKAI_DATA`, else `./data`. */
  readonly dataDir: string;
  readonly output: Output;
}

/** A command of the CLI. Errors are raised; main.ts prints them and sets the exit code. */
export abstract class GongkaiCommand<Options extends GlobalOptions = GlobalOptions> extends CommandRunner {
  /** Does what the command says. */
  abstract execute(invocation: Invocation<Options>): Promise<void>;

  override async run(args: string[], options: Options): Promise<void> {
    await this.execute({
      args,
      options,
      dataDir: options.data ?? (env['GONGKAI_DATA'] || './data'),
      output: new Output(options.json === true),
    });
  }

  override setCommand(command: Commander): this {
    prepareCommand(command);
    return super.setCommand(command);
  }

  @Option({ flags: '--data <目录>', name: 'data', description: '数据目录（默认取 GONGKAI_DATA，未设则为 ./data）' })
  parseData(value: string): string {
    return value;
  }

  @Option({ flags: '--json', name: 'json', description: '只输出一个 JSON 文档' })
  parseJson(): boolean {
    return true;
  }

  @Option({ flags: '--debug', name: 'debug', description: '出错时显示堆栈' })
  parseDebug(): boolean {
    return true;
  }
}
