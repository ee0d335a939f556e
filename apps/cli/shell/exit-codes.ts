import { GongkaiError, type ErrorKind } from '#kernel';
import { UsageFault } from './usage-fault.js';

/** How the program ends; documented in docs/cli.md and in every `--help`. */
export const EXIT = {
  ok: 0,
  /** Refused by state, rule or right; not found; a verification that differs. */
  refused: 1,
  /** Wrong options, or a file that cannot be read. */
  usage: 2,
  /** The store is locked, full, missing or damaged. Nothing was written. */
  store: 3,
  /** A defect of the program. */
  defect: 4,
  /** Stopped by SIGINT or SIGTERM; what was reported as recorded is durable. */
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** One line per code, for `--help`. */
export const EXIT_CODE_HELP: readonly string[] = [
  '0    成功',
  '1    被拒绝（不符合现状、规则或权限）、查无此项，或核验不一致',
  '2    用法有误，或输入文件无法读取',
  '3    事件库不可用：被占用、磁盘已满、缺失或损坏',
  '4    程序内部错误',
  '130  被中断（SIGINT、SIGTERM）；已报告为记录的内容均已落盘',
];

const BY_KIND: Readonly<Record<ErrorKind, ExitCode>> = {
  malformed: EXIT.usage,
  invalid: EXIT.refused,
  unauthenticated: EXIT.refused,
  forbidden: EXIT.refused,
  'not-found': EXIT.refused,
  refused: EXIT.refused,
  conflict: EXIT.refused,
  unavailable: EXIT.store,
  corrupt: EXIT.store,
};

/** The code for what a command raised. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof UsageFault) return EXIT.usage;
  return error instanceof GongkaiError ? BY_KIND[error.kind] : EXIT.defect;
}
