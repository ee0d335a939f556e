import type { Worker } from 'node:worker_threads';
import type { FileToRead } from '../reading/read-report-file.js';
import type { WorkerAnswer } from './answer.js';

/** What one file may cost. */
export interface WorkerLimits {
  readonly milliseconds: number;
  /** Mebibytes. */
  readonly memory: number;
}

/** An answer, and whether the worker is fit for another file. */
export interface Asked {
  readonly answer: WorkerAnswer;
  readonly fit: boolean;
}

/** Has a worker read a file. Answers in any case: also when the worker breaks or takes too long. */
export function ask(worker: Worker, file: FileToRead, { milliseconds, memory }: WorkerLimits): Promise<Asked> {
  return new Promise((resolve) => {
    const settle = (asked: Asked) => {
      clearTimeout(timer);
      for (const event of ['message', 'error', 'exit']) worker.removeAllListeners(event);
      resolve(asked);
    };
    const broken = (code: string, reason: string, stack = '') => {
      settle({ answer: { ok: false, code, reason, facts: {}, stack }, fit: false });
    };
    const seconds = String(Math.ceil(milliseconds / 1_000));
    const timer = setTimeout(() => {
      broken('file-too-complex', `读取超过 ${seconds} 秒，已停止；不像一份年度报告`);
    }, milliseconds);
    worker.once('message', (answer: WorkerAnswer) => settle({ answer, fit: true }));
    worker.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY') {
        broken('file-too-complex', `读取所需内存超过 ${String(memory)} MiB，已停止；不像一份年度报告`);
      } else broken('reading-failed', '读取时出现意外错误，未能读出', error.stack);
    });
    worker.once('exit', () => broken('reading-failed', '读取时出现意外错误，未能读出'));
    worker.postMessage(file);
  });
}
