import { GongkaiError, validate, type EventDefinition, type EventOf } from '#kernel';
import { notInFuture, type RawEntry } from '#casework';
import {
  commandOfName,
  type AgencyYear,
  type CommandContext,
  type CommandFacts,
  type IncomingCommand,
} from '../command.js';
import { driftAccepted } from './accepting-drift/drift-accepted.js';
import { emptyBooks, type Adjustment, type Books, type Edition, type Waiver } from './books.js';
import { yearClosed } from './closing-year/year-closed.js';
import { reportImported, type ImportedReport } from './importing-report/report-imported.js';
import { yearRestated } from './restating-year/year-restated.js';
import { waiveRule } from './waiving-rule/waive-rule.js';

/**
 * All commands to the books that their body decides. Closing, restating and accepting drift are none of them: they need figures
 * from many streams and are led by the office.
 */
export const booksCommands: readonly CommandFacts[] = [waiveRule];

/** All event types of books, for the registry. */
export const booksFamilyEvents: readonly EventDefinition[] = [
  waiveRule.event,
  yearClosed,
  yearRestated,
  driftAccepted,
  reportImported,
];

/** Decides a command to the books. Pure. Raises `InvalidInput`, `RuleBroken`, `Refused`, `NotFound` (unknown command). */
export function decideBooks(
  { name, target, body }: IncomingCommand<AgencyYear>,
  state: Books,
  context: CommandContext,
): EventOf<typeof waiveRule.event> {
  const command = commandOfName([waiveRule], name);
  const data = command.decide(target, validate(command.body, body));
  notInFuture(data.on, context.now);
  command.check(state, data, context);
  return { type: command.event.type, data };
}

/** The books after their stream. Raises `unknown-event-type` (kind corrupt). */
export function foldBooks(target: AgencyYear, history: readonly RawEntry[]): Books {
  return history.reduce(evolveBooks, emptyBooks(target));
}

function evolveBooks(state: Books, { type, data }: RawEntry): Books {
  switch (type) {
    case waiveRule.event.type:
      return waiveRule.evolve(state, data as Waiver);
    case yearClosed.type:
    case yearRestated.type:
      return { ...state, editions: [...state.editions, data as Edition] };
    case driftAccepted.type:
      return { ...state, adjustments: [...state.adjustments, data as Adjustment] };
    case reportImported.type:
      return { ...state, imports: [...state.imports, data as ImportedReport] };
    default:
      throw new GongkaiError('corrupt', 'unknown-event-type', `未知的事件类型：${type}`, { type });
  }
}
