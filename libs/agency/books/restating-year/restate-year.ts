import { z } from 'zod';
import { localDateSchema, Refused, RuleBroken, type EventOf, type LocalDate } from '#kernel';
import { notInFuture } from '#casework';
import { assertApprovedByAnother } from '../../approval.js';
import type { CommandContext, CommandFacts } from '../../command.js';
import { latestEdition, type Books, type Edition } from '../books.js';
import { restatementFields, yearRestated } from './year-restated.js';

const body = z.strictObject({ on: localDateSchema.describe('重述之日'), ...restatementFields });

/**
 * 重述年度报告: publishes a further edition of a closed year whose figures, or the cases behind them, moved. Led by the office, as closing is: it spans many
 * streams. For a head only: cases whose carrying forward no longer holds are rectified with it.
 */
export const restateYear = {
  name: 'restate-year',
  label: '重述年度报告',
  article: '第四十九条、第五十条',
  roles: ['head'],
  commutes: false,
  body,
  event: yearRestated,
} as const satisfies CommandFacts;

/** Body of a restatement. */
export type RestateYearBody = z.output<typeof body>;

/**
 * The edition that a decision about a closed year is about. Raises `date-in-future`, `four-eyes`, `year-not-closed`,
 * `before-edition` (dated before that edition).
 */
export function assertDecidable(
  books: Books,
  { on, approvedBy }: { readonly on: LocalDate; readonly approvedBy: string },
  { actor, now }: CommandContext,
): Edition {
  notInFuture(on, now);
  assertApprovedByAnother(approvedBy, actor);
  const published = latestEdition(books);
  if (published === null) throw new Refused('year-not-closed', `${books.year} 年度尚未结账`, { year: books.year });
  if (on >= published.on) return published;
  throw new RuleBroken('before-edition', 'body.on', `不能早于第 ${published.edition} 版公布之日 ${published.on}`, {
    edition: published.edition,
  });
}

/** Judges a computed edition. Raises what {@link assertDecidable} raises, `edition-outdated`, `no-drift` (no figure moved, nor a case). */
export function decideRestatement(
  books: Books,
  data: EventOf<typeof yearRestated>['data'],
  context: CommandContext,
): EventOf<typeof yearRestated> {
  const published = assertDecidable(books, { on: data.on, approvedBy: data.restatement.approvedBy }, context);
  assertAbout(published, data.restatement.restatedEdition);
  if (data.digest === published.digest && data.restatement.causesInAll === 0) throw noDrift(published);
  return { type: yearRestated.type, data };
}

/** Raises `edition-outdated` when another edition was published since the figures were compared. */
export function assertAbout(published: Edition, edition: number): void {
  if (published.edition === edition) return;
  throw new Refused('edition-outdated', `办理期间已公布第 ${published.edition} 版，请重新核对`, {
    edition: published.edition,
  });
}

/** There is nothing to restate or to accept: the figures are those on record. */
export function noDrift({ year, edition }: Edition): Refused {
  return new Refused('no-drift', `${year} 年度现有数字与第 ${edition} 版或已认可的差异一致，没有新差异`, {
    year,
    edition,
  });
}
