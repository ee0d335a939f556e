import { addDays, type LocalDate } from '#kernel';
import { RETURN_REASONS } from '../deciding/review-decision.js';
import { ERASURE_GROUNDS } from '../erasing-personal-data/erase-personal-data.js';
import { CORRECTION_ITEMS } from '../requesting-correction/correction.js';
import type { StepName } from '../steps.js';
import { TERMINATION_REASONS } from '../terminating/terminate-application.js';
import { pick, type Dice } from './random-dice.js';

const document = { number: '文〔2024〕2号', sha256: 'd'.repeat(64) };

/** What a body may say besides, so that random cases hold every optional field; a step that has none is left out. */
const EXTRAS: Partial<Readonly<Record<StepName, (dice: Dice, on: LocalDate) => object>>> = {
  'receive-application': (dice) =>
    pick(dice, [
      { oral: true },
      { addressedElsewhere: true },
      { splitFrom: 'case-0' },
      { caseNumber: '收〔2024〕3号' },
    ]),
  'request-correction': (dice) => ({ document, items: CORRECTION_ITEMS.slice(dice(CORRECTION_ITEMS.length)) }),
  'request-reasons': () => ({ document }),
  'conclude-reasons': (_dice, on) => ({ result: 'accepted', delayedReplyOn: addDays(on, 60) }),
  'consult-third-party': () => ({ document }),
  'consult-agency': () => ({ document, basis: 'other-opinion', approvedBy: 'head-2' }),
  'extend-deadline': () => ({ document }),
  'issue-fee-notice': () => ({ document }),
  'propose-decision': (_dice, on) => ({
    articles: ['第三十六条', '第三十七条'],
    facts: {
      earlierReply: { documentNumber: '答〔2020〕2号', repliedOn: addDays(on, -500) },
      lawNames: ['《统计法》', '《档案法》'],
      classification: { level: 'top-secret', until: '2044-01-01' },
      responsibleAgency: { known: true, name: '某县统计局', contact: '0519-00000000' },
    },
  }),
  'review-decision': (dice) =>
    pick(dice, [
      { document },
      { result: 'returned', returnReasons: RETURN_REASONS.slice(dice(RETURN_REASONS.length)) },
    ]),
  'dispatch-reply': () => ({ document }),
  'withdraw-application': () => ({ document }),
  'terminate-application': (dice) => ({ document, reason: pick(dice, TERMINATION_REASONS) }),
  'record-past-result': () => ({ document }),
  'conclude-reconsideration': () => ({ document }),
  'file-litigation': () => ({ notCounted: 'co-defendant' }),
  'conclude-litigation': () => ({ document }),
  'dispatch-remedial-reply': () => ({ document }),
  'rectify-entry': () => ({ document }),
  'erase-personal-data': (dice) => ({ personRef: 'applicant-1', reason: pick(dice, ERASURE_GROUNDS) }),
};

/** Now and then something besides for a body of the step. */
export function anyExtras(step: StepName, on: LocalDate, dice: Dice): object {
  return dice(3) === 0 ? (EXTRAS[step]?.(dice, on) ?? {}) : {};
}
