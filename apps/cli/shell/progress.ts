import { SingleBar } from 'cli-progress';
import { stderr } from 'node:process';

/** Shows how far long work is, on standard error and only when a person looks at it. */
export interface Progress {
  /** `done` of `total` units; a total may grow. */
  update(done: number, total?: number): void;
  stop(): void;
}

/** A bar titled `title`, or nothing at all when standard error is no terminal. */
export function progress(title: string, total: number): Progress {
  if (!stderr.isTTY) return { update: () => undefined, stop: () => undefined };
  const bar = new SingleBar({
    format: `${title} [{bar}] {percentage}%`,
    stream: stderr,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(total, 0);
  return {
    update(done, newTotal) {
      if (newTotal !== undefined) bar.setTotal(newTotal);
      bar.update(done);
    },
    stop: () => bar.stop(),
  };
}
