import { Command, Option } from 'nest-commander';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { integerOption } from '../shell/parse.js';

interface ServeOptions extends GlobalOptions {
  readonly host?: string;
  readonly port?: number;
}

/** `gongkai serve`: the HTTP service, until SIGTERM or SIGINT. */
@Command({ name: 'serve', description: '启动 HTTP 服务（SIGTERM 或 SIGINT 停止；已应答的内容均已落盘）' })
export class ServeCommand extends GongkaiCommand<ServeOptions> {
  override async execute({ dataDir, options: { host, port } }: Invocation<ServeOptions>): Promise<void> {
    // Only here: the other commands need not load a server.
    const { runUntilSignal } = await import('../../api/index.js');
    await runUntilSignal({ dataDir, ...(host !== undefined && { host }), ...(port !== undefined && { port }) });
  }

  @Option({ flags: '--host <地址>', name: 'host', description: '监听地址（默认 127.0.0.1）' })
  parseHost(value: string): string {
    return value;
  }

  @Option({ flags: '--port <端口>', name: 'port', description: '监听端口（默认 3000；0 为任一空闲端口）' })
  parsePort(value: string): number {
    return integerOption('--port', value, 0, 65_535);
  }
}
