import type { Edition } from '../books.js';

/** The first edition of a town with nothing but fees. */
export const yearOfOneTown: Edition = {
  agency: 'town',
  year: 2022,
  on: '2023-01-19',
  edition: 1,
  position: '0000000000000042',
  form: '2021',
  scope: 'own',
  tables: { table2: { fees: { amount10k: 7730.28 } } },
  sectionOne: {
    total: 180,
    channels: [{ channel: '云上孟津', count: 180, categories: [{ category: null, count: 180 }] }],
  },
  manifest: {
    form: '2021',
    ruleVersion: '1',
    calendarVersions: ['CN-2022.1'],
    agencyTreeVersion: '1',
    softwareVersion: '0.1.0',
  },
  ruleFindings: [{ id: 'V12', severity: 'warning', message: '现行有效件数不等', cells: ['regulations.inForce'] }],
  waivers: [],
  digest: 'a'.repeat(64),
  carriedForward: 0,
};
