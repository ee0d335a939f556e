import { Command } from 'nest-commander';
import { CommandGroup } from '../shell/command-group.js';
import { AgencyDissolveCommand } from './agency-dissolve.command.js';
import { AgencyFoundCommand } from './agency-found.command.js';
import { AgencyListCommand } from './agency-list.command.js';
import { AgencyMoveCommand } from './agency-move.command.js';
import { AgencyRenameCommand } from './agency-rename.command.js';
import { AgencySetPolicyCommand } from './agency-set-policy.command.js';
import { AgencyShowCommand } from './agency-show.command.js';

/** `gongkai agency`. */
@Command({
  name: 'agency',
  description: '机关：list、show、found、rename、move、dissolve、set-policy',
  subCommands: [
    AgencyListCommand,
    AgencyShowCommand,
    AgencyFoundCommand,
    AgencyRenameCommand,
    AgencyMoveCommand,
    AgencyDissolveCommand,
    AgencySetPolicyCommand,
  ],
})
export class AgencyCommand extends CommandGroup {}
