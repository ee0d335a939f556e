import { describe, expect, it } from '@jest/globals';
import { RESULT_ROWS_2021 } from '#casework';
import type { CaseCount, RemedyCount } from './contribution.js';
import { directSuitsOnRefusals } from './direct-suits.js';

const suit: RemedyCount = {
  remedyId: 'suit-1',
  kind: 'litigation-direct',
  filedYear: 2024,
  filedRevision: 5,
  concludedYear: null,
  concludedRevision: null,
  result: null,
  counted: true,
};

const refused: CaseCount = {
  caseId: 'case-1',
  agency: 'town-1',
  applicantKind: 'natural-person',
  receivedYear: 2024,
  receivedRevision: 0,
  closedYear: 2024,
  closedRevision: 3,
  outcomeOn: null,
  outcomeRevision: null,
  row: 'refused.stateSecret',
  proposedRow: 'refused.stateSecret',
  fee: null,
  remedies: [suit],
};

const inYear = (count: Partial<CaseCount>, remedy: Partial<RemedyCount> = {}, year = 2024) =>
  directSuitsOnRefusals([{ ...refused, ...count, remedies: [{ ...suit, ...remedy }] }], year);

describe('suits on refusals without a reconsideration before', () => {
  it('are named with the case and the cell', () => {
    expect(inYear({})).toEqual([
      {
        message:
          '案件 case-1：（三）不予公开 1.属于国家秘密，申请收到于 2024 年以后，应先申请行政复议，而计入未经复议直接起诉',
        cells: [{ table: 4, block: 'suitDirect', column: 'total' }],
        caseIds: ['case-1'],
      },
    ]);
  });

  it('are those under Arts. 14 to 16, in whole or in part', () => {
    expect(RESULT_ROWS_2021.filter((row) => inYear({ row }).length > 0)).toEqual([
      'partial',
      'refused.stateSecret',
      'refused.otherLaw',
      'refused.threeSecuritiesOneStability',
      'refused.thirdPartyRights',
      'refused.internalAffairs',
      'refused.processInformation',
      'refused.enforcementFile',
    ]);
  });

  it.each<[string, Partial<CaseCount>, Partial<RemedyCount>, number]>([
    ['an application of 2023', { receivedYear: 2023 }, {}, 2024],
    ['a suit after reconsideration', {}, { kind: 'litigation-after-reconsideration' }, 2024],
    ['a reconsideration', {}, { kind: 'reconsideration' }, 2024],
    ['a suit counted elsewhere', {}, { counted: false }, 2024],
    ['a suit against silence, filed before the reply', {}, { filedRevision: 2 }, 2024],
    ['an open case', { closedYear: null, closedRevision: null, row: null }, {}, 2024],
    ['a suit concluded in an earlier year', {}, { concludedYear: 2024 }, 2025],
    ['a suit of a later year', {}, { filedYear: 2025 }, 2024],
  ])('do not include %s', (_what, count, remedy, year) => {
    expect(inYear(count, remedy, year)).toEqual([]);
  });

  it('show in every year in which the matter is in the table', () => {
    expect(inYear({}, {}, 2025)).toHaveLength(1);
  });
});
