import {
  acceptDrift,
  agencyCommands,
  narrativeCommands,
  publishCalendar,
  registerCommands,
  restateYear,
  waiveRule,
} from '#agency';
import { stepsByHand, type StepFacts } from '#casework';

/** Where a command of a scenario file goes. */
export type CommandKind = 'case-step' | 'agency' | 'register' | 'year' | 'report' | 'calendar';

/** The command that closes a year; it spans many streams and is led by the office. */
export const CLOSE_YEAR = 'close-year';

/** Commands about one year of one agency. */
export const YEAR_COMMANDS: readonly string[] = [waiveRule.name, CLOSE_YEAR, restateYear.name, acceptDrift.name];

/** Steps of casework that a line may give. */
export const playableSteps: readonly StepFacts[] = stepsByHand;

/** Every command that a line may give, by name: the steps of casework, then agencies, registers, years, reports and calendars. */
export const commandKinds: ReadonlyMap<string, CommandKind> = new Map<string, CommandKind>([
  ...playableSteps.map(({ name }): [string, CommandKind] => [name, 'case-step']),
  ...agencyCommands.map(({ name }): [string, CommandKind] => [name, 'agency']),
  ...registerCommands.map(({ name }): [string, CommandKind] => [name, 'register']),
  ...YEAR_COMMANDS.map((name): [string, CommandKind] => [name, 'year']),
  ...narrativeCommands.map(({ name }): [string, CommandKind] => [name, 'report']),
  [publishCalendar.name, 'calendar'],
]);
