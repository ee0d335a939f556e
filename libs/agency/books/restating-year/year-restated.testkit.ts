import type { Edition } from '../books.js';
import { yearOfOneTown } from '../closing-year/year-closed.testkit.js';
import type { RecordedCause } from '../figure-difference.js';

/** Ten fees of 2022 came to light in March 2023. */
export const differenceOfOneTown = {
  differences: [{ cell: 'table2/fees/amount10k', published: '7730.28', now: '7740.28' }],
  causes: [
    { kind: 'register', year: 2022, events: [{ revision: 7, position: '0000000000000050' }] },
  ] satisfies RecordedCause[],
  causesInAll: 1,
};

/** The second edition. */
export const restatedYearOfOneTown: Edition & Required<Pick<Edition, 'restatement'>> = {
  ...yearOfOneTown,
  on: '2023-03-20',
  edition: 2,
  position: '0000000000000051',
  tables: { table2: { fees: { amount10k: '7740.28' } } },
  digest: 'b'.repeat(64),
  restatement: {
    reason: 'late-fact',
    explanation: '一笔收费漏登',
    approvedBy: 'mayor-1',
    restatedEdition: 1,
    restatedDigest: yearOfOneTown.digest,
    ...differenceOfOneTown,
  },
};
