import { UsageFault } from './usage-fault.js';

/** What commander raises instead of ending the process. Told by its shape: its class is not exported by nest-commander. */
interface CommanderError extends Error {
  readonly code: string;
  readonly exitCode: number;
}

/** Codes of commander and what they mean to a user; `$1` is the first quoted word of its English message. */
const MESSAGES: Readonly<Record<string, string>> = {
  'commander.unknownOption': '没有选项 $1',
  'commander.unknownCommand': '没有命令 $1',
  'commander.excessArguments': '参数过多',
  'commander.missingArgument': '缺少参数 $1',
  'commander.missingMandatoryOptionValue': '缺少必需的选项 $1',
  'commander.optionMissingArgument': '选项 $1 后面缺少取值',
  'commander.conflictingOption': '选项互相冲突：$1',
};

/** The help was asked for and is printed: nothing went wrong. */
export class HelpShown extends Error {}

/** Turns what commander raises into the errors of this program; given to `exitOverride`, so it always throws. */
export function rethrowCommander(error: Error): never {
  const { code, message } = error as CommanderError;
  if (code === 'commander.helpDisplayed' || code === 'commander.version') throw new HelpShown();
  if (code === 'commander.help') throw new UsageFault('请写明要执行的命令');
  const word = /'([^']*)'/.exec(message)?.[1] ?? '';
  if (code === 'commander.invalidArgument') throw new UsageFault(message.replace(/^error: /, ''));
  throw new UsageFault((MESSAGES[code] ?? '命令行有误').replace('$1', word).trim());
}
