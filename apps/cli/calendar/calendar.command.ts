import { Command } from 'nest-commander';
import { CommandGroup } from '../shell/command-group.js';
import { CalendarImpactCommand } from './calendar-impact.command.js';
import { CalendarListCommand } from './calendar-list.command.js';
import { CalendarPublishCommand } from './calendar-publish.command.js';

/** `gongkai calendar`. */
@Command({
  name: 'calendar',
  description: '工作日历：list、publish、impact',
  subCommands: [CalendarListCommand, CalendarPublishCommand, CalendarImpactCommand],
})
export class CalendarCommand extends CommandGroup {}
