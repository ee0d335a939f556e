import { isSameJson, RuleBroken, type Json } from '#kernel';
import type { Recording } from '../case.js';
import { receiveApplication } from '../receiving-application/receive-application.js';
import type { RawEntry } from '../step.js';
import { targetsOf, type CaseRectifyingAction, type Rectifying } from './rectifying-action.js';

/** Fields that identify an entry or record how it was decided; no rectification may touch them. */
const FIXED_FIELDS: Readonly<Record<string, readonly string[]>> = {
  'case.application-received': ['caseId', 'agency'],
  'case.decision-proposed': ['reviewRequired'],
};

/** Raises `receipt-not-voidable` or `field-fixed` where the entry is not open to the action, whatever follows from it. */
export function assertRectifiable({ type }: Pick<RawEntry, 'type'>, action: CaseRectifyingAction): void {
  if (action.kind === 'insert') return;
  if (action.kind === 'void') {
    if (type !== receiveApplication.event.type) return;
    throw new RuleBroken('receipt-not-voidable', 'body.action', '收到申请的记录不能作废；误登记的，可更正或终止办理');
  }
  const touched = [...Object.keys(action.fields), ...(action.remove ?? [])];
  const fixed = touched.find((name) => FIXED_FIELDS[type]?.includes(name));
  if (fixed !== undefined) throw new RuleBroken('field-fixed', `body.action.fields.${fixed}`, `字段 ${fixed} 不能更正`);
}

/**
 * Raises `nothing-corrected` for a correction that leaves the entry as it reads already: it would tell a change where there is none,
 * and stand in the way of the next one. Asked of new commands only; the log may hold some from before.
 */
export function assertCorrectsSomething({ data, by }: RawEntry, action: CaseRectifyingAction): void {
  // Where a correction stands already, that is what is to be said (one-at-a-time.ts).
  if (action.kind !== 'correct' || by.amendedAt !== undefined) return;
  const present = new Map(Object.entries(data as Readonly<Record<string, Json>>));
  const isAlreadySo = ([name, value]: [string, Json]) => isSameJson(present.get(name), value);
  const isAbsent = (name: string) => !present.has(name);
  if (!Object.entries(action.fields as Readonly<Record<string, Json>>).every(isAlreadySo)) return;
  if (!(action.remove ?? []).every(isAbsent)) return;
  throw new RuleBroken('nothing-corrected', 'body.action', `第 ${by.revision} 条记录现在就是这样，没有可更正之处`, {
    revision: by.revision,
  });
}

/** A rectification names earlier entries, and another person approved it. Raises `entry-unknown` or `four-eyes`. */
export function assertWellAimed(data: Rectifying & { readonly approvedBy: string }, by: Recording): void {
  const ahead = targetsOf(data).find((revision) => revision >= by.revision);
  if (ahead !== undefined) throw unknownEntry(ahead);
  if (data.approvedBy === by.actor) throw new RuleBroken('four-eyes', 'body.approvedBy', '批准人不能是经办本人');
}

/** The error for a revision that the case does not have. */
export function unknownEntry(revision: number): RuleBroken {
  return new RuleBroken('entry-unknown', 'body.revision', `本件没有第 ${revision} 条记录`, { revision });
}
