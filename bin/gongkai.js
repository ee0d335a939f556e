#!/usr/bin/env node
// Plain JavaScript that an old Node can read: it has to say that the Node is too old.
import { existsSync } from 'node:fs';
import module from 'node:module';
import { fileURLToPath } from 'node:url';

const LEAST_NODE = 24;
const main = new URL('../dist/apps/cli/main.js', import.meta.url);

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(2);
}

if (Number(process.versions.node.split('.')[0]) < LEAST_NODE) {
  stop(
    `需要 Node.js ${LEAST_NODE} 或更高版本，当前为 ${process.versions.node}。` +
      '在项目目录中执行过 npm ci 后，请用 npx gongkai 或 npm start：它们使用随项目安装的 Node.js',
  );
}
if (!existsSync(fileURLToPath(main))) {
  stop('尚未构建：请在项目目录中执行 npm ci（或 npm run build）后再试');
}

// Much of a short command's time is compiling modules; later starts read what the first one compiled. Where nothing can be
// written, each start compiles anew.
module.enableCompileCache?.(fileURLToPath(new URL('../node_modules/.cache/gongkai', import.meta.url)));

// node:sqlite works as we need it; Node still announces it as experimental on every start.
const emitWarning = process.emitWarning;
process.emitWarning = (warning, ...rest) => {
  const type = typeof rest[0] === 'object' ? rest[0]?.type : rest[0];
  if (type !== 'ExperimentalWarning') emitWarning.call(process, warning, ...rest);
};

await import(main.href);
