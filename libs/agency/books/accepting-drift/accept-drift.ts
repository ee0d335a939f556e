import { z } from 'zod';
import type { EventOf } from '#kernel';
import type { CommandContext, CommandFacts } from '../../command.js';
import { standingAdjustment, type Books } from '../books.js';
import { assertAbout, assertDecidable, noDrift } from '../restating-year/restate-year.js';
import { acceptanceFields, driftAccepted } from './drift-accepted.js';

/** 认可差异: leaves a published edition as it is and records the drift as an adjustment. Led by the office, which compares. */
export const acceptDrift = {
  name: 'accept-drift',
  label: '认可差异',
  article: '年度报告勾稽规则 V5',
  roles: ['handler', 'head'],
  commutes: false,
  body: z.strictObject(acceptanceFields),
  event: driftAccepted,
} as const satisfies CommandFacts;

/** Judges a computed adjustment. Raises what `assertDecidable` raises, `edition-outdated`, `no-drift` (also for what is accepted already). */
export function decideAcceptance(
  books: Books,
  data: EventOf<typeof driftAccepted>['data'],
  context: CommandContext,
): EventOf<typeof driftAccepted> {
  const published = assertDecidable(books, data, context);
  assertAbout(published, data.edition);
  const known = [published.digest, standingAdjustment(books)?.digest];
  if (known.includes(data.digest)) throw noDrift(published);
  return { type: driftAccepted.type, data };
}
