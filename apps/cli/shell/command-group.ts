import { CommandRunner } from 'nest-commander';
import type { Commander } from './help.js';
import { prepareCommand } from './prepare-command.js';
import { UsageFault } from './usage-fault.js';

/** A command that only holds others, such as `year`. Alone it shows what it holds and ends as wrong usage. */
export abstract class CommandGroup extends CommandRunner {
  override async run(): Promise<void> {
    this.command.outputHelp({ error: true });
    throw new UsageFault(`请写明要执行的命令：${this.command.commands.map((one) => one.name()).join('、')}`);
  }

  override setCommand(command: Commander): this {
    prepareCommand(command);
    return super.setCommand(command);
  }
}
