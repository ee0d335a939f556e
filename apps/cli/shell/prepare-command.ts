import { rethrowCommander } from './commander-faults.js';
import { formatHelp, type Commander } from './help.js';

/** Makes a command speak Chinese and raise its errors instead of ending the process. */
export function prepareCommand(command: Commander): void {
  command
    .exitOverride(rethrowCommander)
    .configureHelp({ formatHelp })
    .configureOutput({ outputError: () => undefined })
    .helpOption('-h, --help', '显示本说明')
    .addHelpCommand(false)
    .allowExcessArguments(false);
}
