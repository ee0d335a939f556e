import { Command } from 'nest-commander';
import { CommandGroup } from '../shell/command-group.js';
import { ProjectionRebuildCommand } from './projection-rebuild.command.js';
import { ProjectionStatusCommand } from './projection-status.command.js';

/** `gongkai projection`. */
@Command({
  name: 'projection',
  description: '统计视图：status、rebuild',
  subCommands: [ProjectionStatusCommand, ProjectionRebuildCommand],
})
export class ProjectionCommand extends CommandGroup {}
