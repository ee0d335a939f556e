import type { CommandRunner } from 'nest-commander';
import { EXIT_CODE_HELP } from './exit-codes.js';

/** commander's command, as nest-commander hands it out. */
export type Commander = Parameters<CommandRunner['setCommand']>[0];
type Helper = ReturnType<Commander['createHelp']>;

/** Help in Chinese: usage, arguments, options, commands, exit codes. */
export function formatHelp(command: Commander, helper: Helper): string {
  const width = helper.padWidth(command, helper);
  const item = (term: string, description: string) => `  ${term.padEnd(width)}  ${description}`.trimEnd();
  const list = (title: string, items: readonly string[]) => (items.length === 0 ? [] : [`${title}：`, ...items, '']);
  const description = helper.commandDescription(command);
  return [
    `用法：${usageOf(command)}`,
    '',
    ...(description === '' ? [] : [description, '']),
    ...list(
      '参数',
      helper.visibleArguments(command).map((one) => item(helper.argumentTerm(one), helper.argumentDescription(one))),
    ),
    ...list(
      '选项',
      helper.visibleOptions(command).map((one) => item(helper.optionTerm(one), helper.optionDescription(one))),
    ),
    ...list(
      '命令',
      helper.visibleCommands(command).map((one) => item(one.name(), helper.subcommandDescription(one))),
    ),
    ...list(
      '退出码',
      EXIT_CODE_HELP.map((line) => `  ${line}`),
    ),
  ].join('\n');
}

function usageOf(command: Commander): string {
  const names: string[] = [];
  for (let at: Commander | null = command; at !== null; at = at.parent) names.unshift(at.name());
  const parts = [names.join(' ')];
  if (command.commands.length > 0) parts.push('<命令>');
  parts.push('[选项]', ...command.registeredArguments.map((one) => argumentOf(one)));
  return parts.join(' ');
}

function argumentOf(one: Commander['registeredArguments'][number]): string {
  const name = `${one.name()}${one.variadic ? '...' : ''}`;
  return one.required ? `<${name}>` : `[${name}]`;
}
