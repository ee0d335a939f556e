import { CommandRunner } from 'nest-commander';
import type { Commander } from './help.js';
import { prepareCommand } from './prepare-command.js';
import { UsageFault } from './usage-fault.js';

/** A command that only holds others, such as `year`. Alone it shows what it holds and ends as wrong usage. */
export abstract class CommandGroup extends CommandRunner {
  override async run(words: string[]): Promise<void> {
    const word = words.find((one) => !one.startsWith('-'));
    if (word !== undefined) throw new UsageFault(`没有命令 ${word}；${this.command.name()} 有：${this.#names()}`);
    this.command.outputHelp({ error: true });
    throw new UsageFault(`请写明要执行的命令：${this.#names()}`);
  }

  override setCommand(command: Commander): this {
    prepareCommand(command);
    // What comes here is a word that names none of its commands, with whatever options follow it.
    command.allowUnknownOption().allowExcessArguments();
    return super.setCommand(command);
  }

  #names(): string {
    return this.command.commands.map((one) => one.name()).join('、');
  }
}
