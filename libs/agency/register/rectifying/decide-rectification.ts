import { RuleBroken, validate, validateAmended } from '#kernel';
import { assertCorrectsSomething, assertOneAtATime, notInFuture, standingEntry, type RawEntry } from '#casework';
import { assertApprovedByAnother } from '../../approval.js';
import {
  agencyYearShape,
  commandOfEvent,
  withTarget,
  type AgencyYear,
  type DecidedEvent,
  type IncomingCommand,
} from '../../command.js';
import { assertStanding, assertSumsExact, type RegisterContext } from '../entry-rules.js';
import { registerCommands } from '../register-commands.js';
import { foldRegister, isCounted, standingEntries } from '../register.js';
import { rectifyRegisterEntry, type RectificationBody } from './rectify-register-entry.js';

/** Path of the corrected fields in the command. */
const FIELDS = 'body.action.fields';

/**
 * Decides a rectification: the entry stands, no other rectification stands on it, somebody else approves, and the register as
 * amended is legal, every entry of it. Raises `entry-unknown`, `entry-void`, `already-rectified`, `field-fixed`, `nothing-corrected`,
 * `four-eyes`, `invalid-input`, or what the amended entries raise.
 */
export function decideRectification(
  { target, body }: IncomingCommand<AgencyYear>,
  history: readonly RawEntry[],
  context: RegisterContext,
): DecidedEvent {
  const input = validate(rectifyRegisterEntry.body, body);
  assertRectifiable(history, input);
  const { actor, role, now } = context;
  const by = { revision: history.length, actor, role, recordedAt: now };
  const event = { type: rectifyRegisterEntry.event.type, data: withTarget(target, input) };
  assertAmendedLegal(target, history, [...history, { ...event, by }], context);
  return event;
}

function assertRectifiable(history: readonly RawEntry[], { revision, action }: RectificationBody): void {
  // One that is not there at all is found when the rectification is judged as part of the register.
  const entry = standingEntry(history, revision, rectifyRegisterEntry.event.type);
  if (action.kind === 'void') return;
  const touched = [...Object.keys(action.fields), ...(action.remove ?? [])];
  const fixed = touched.find((name) => name in agencyYearShape);
  if (fixed !== undefined) throw new RuleBroken('field-fixed', `${FIELDS}.${fixed}`, `字段 ${fixed} 不能更正`);
  if (entry !== undefined) assertCorrectsSomething(entry, action);
}

/** What the rectification changed is judged; the rules between two entries are symmetric, so the rest stays legal with it. */
function assertAmendedLegal(
  target: AgencyYear,
  before: readonly RawEntry[],
  after: readonly RawEntry[],
  context: RegisterContext,
): void {
  const standing = standingEntries(before);
  const unchanged = new Set(standing);
  const read = new Map(standing.map(({ by, data }) => [by.revision, data]));
  const inspect = ({ type, data, by }: RawEntry) =>
    validateAmended(commandOfEvent(registerCommands, type).event.schema, data, read.get(by.revision), FIELDS);
  const changed = standingEntries(after, inspect).filter((entry) => !unchanged.has(entry));
  assertOneAtATime(before, after, rectifyRegisterEntry.event.type);
  for (const rectification of changed.filter((entry) => !isCounted(entry))) assertWellAimed(rectification, context);

  const register = foldRegister(target, after);
  const revisions = new Set(changed.map(({ by }) => by.revision));
  for (const entry of register.entries.filter(({ revision }) => revisions.has(revision))) {
    const others = { ...register, entries: register.entries.filter((other) => other !== entry) };
    assertStanding(others, entry, context, FIELDS);
  }
  assertSumsExact(register, FIELDS);
}

/** A rectification names an earlier entry, is not of the future, and somebody else approved it. */
function assertWellAimed({ data, by }: RawEntry, { now }: RegisterContext): void {
  const { on, revision, approvedBy } = data as RectificationBody;
  notInFuture(on, now);
  if (revision >= by.revision) {
    throw new RuleBroken('entry-unknown', 'body.revision', `该年度台账没有第 ${revision} 条记录`, { revision });
  }
  assertApprovedByAnother(approvedBy, by.actor);
}
