import { resolve } from 'node:path';
import type { ApiOptions } from './config.js';
import { startServer, type RunningServer } from './serve.js';

/** Serves until SIGTERM or SIGINT, then shuts down in order. Messages for people go to standard error; logs to standard output. */
export async function runUntilSignal(options: ApiOptions = {}): Promise<void> {
  const server = await startServer(options);
  announce(server);
  await signal();
  await server.stop();
}

function announce({ url, config, tokens }: RunningServer): void {
  const dataDir = resolve(config.dataDir);
  const lines = [`公开办件已在 ${url} 提供服务（接口说明：${url}/docs），数据目录：${dataDir}`];
  if (tokens.list().length === 0) {
    lines.push(
      '尚无访问令牌。先为管理员生成一个：',
      `  npx gongkai token create --staff admin --role operator --agencies "*" --data "${dataDir}"`,
      '令牌只显示一次；此后每个请求须带请求头 Authorization: Bearer <令牌>',
    );
  }
  process.stderr.write(`${lines.join('\n')}\n`);
}

/** Resolves at the first signal to stop; a second one ends the process at once, as it would without us. */
function signal(): Promise<void> {
  return new Promise((done) => {
    const stop = (): void => {
      for (const name of ['SIGTERM', 'SIGINT'] as const) process.off(name, stop);
      done();
    };
    for (const name of ['SIGTERM', 'SIGINT'] as const) process.on(name, stop);
  });
}
