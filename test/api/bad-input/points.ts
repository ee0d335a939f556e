import type { BadRequest } from './bad-request.js';

const YEAR = '/agencies/songzhuang/years/2024';
const CASE = '/cases/open-1';

type Row = readonly [name: string, path: string, status: number, code: string, at?: string];

const points: readonly Row[] = [
  ['a revision that does not exist', `${CASE}/replay?revision=7`, 422, 'revision-unknown', 'query.revision'],
  ['a negative revision', `${CASE}/replay?revision=-1`, 422, 'invalid-input', 'query.revision'],
  ['a revision twice', `${CASE}/replay?revision=0&revision=0`, 422, 'invalid-input', 'query.revision'],
  ['an instant without a zone', `${CASE}/replay?knownAt=2024-06-28T00:00:00`, 422, 'invalid-input', 'query.knownAt'],
  ['a day for an instant', `${CASE}/replay?knownAt=2024-06-28`, 422, 'invalid-input', 'query.knownAt'],
  [
    'an instant of tomorrow',
    `${CASE}/replay?knownAt=2024-06-29T00:00:00.000Z`,
    422,
    'instant-in-future',
    'query.knownAt',
  ],
  ['a day that does not exist', `${CASE}/replay?on=2024-02-30`, 422, 'invalid-input', 'query.on'],
  ['a day of tomorrow', `${CASE}/replay?on=2024-06-29`, 422, 'date-in-future', 'query.on'],
  ['a reading of a third kind', `${CASE}/replay?as=remembered`, 422, 'invalid-input', 'query.as'],
  ['an unknown axis', `${CASE}/replay?asOf=2024-06-03`, 422, 'invalid-input', 'query.asOf'],
  ['a replay of no case', '/cases/none/replay', 404, 'not-found'],
  [
    'a difference from a revision that does not exist',
    `${CASE}/difference?from.revision=7`,
    422,
    'revision-unknown',
    'query.from.revision',
  ],
  [
    'a difference to an instant of tomorrow',
    `${CASE}/difference?to.knownAt=2024-06-29T00:00:00.000Z`,
    422,
    'instant-in-future',
    'query.to.knownAt',
  ],
  ['a difference to no day', `${CASE}/difference?to.on=x`, 422, 'invalid-input', 'query.to.on'],
  ['a difference of unknown sides', `${CASE}/difference?a.revision=0`, 422, 'invalid-input', 'query.a.revision'],
  ['a difference of no case', '/cases/none/difference', 404, 'not-found'],
  ['the due date of no case', '/cases/none/due', 404, 'not-found'],
  ['the cells of no case', '/cases/none/cells', 404, 'not-found'],
  ['cells up to no year', `${CASE}/cells?toYear=20x4`, 422, 'invalid-input', 'query.toYear'],
  ['tables as known tomorrow', `${YEAR}?knownAt=2024-06-29T00:00:00.000Z`, 422, 'instant-in-future', 'query.knownAt'],
  ['tables as known at no instant', `${YEAR}?knownAt=2024-06-31T00:00:00.000Z`, 422, 'invalid-input', 'query.knownAt'],
  ['tables as known at no position', `${YEAR}?knownAt=yesterday`, 422, 'position-malformed', 'query.knownAt'],
  ['tables as known at 50 % of a text', `${YEAR}?knownAt=a%0ab`, 422, 'invalid-input', 'query.knownAt'],
  ['the drift of a year that is open', `${YEAR}/drift`, 409, 'year-not-closed'],
  ['drift with no cause wanted', `${YEAR}/drift?limit=0`, 422, 'invalid-input', 'query.limit'],
  ['edition 0', `${YEAR}/editions/0`, 422, 'invalid-input', 'path.edition'],
  ['an edition that is none', `${YEAR}/editions/last`, 422, 'invalid-input', 'path.edition'],
  ['an edition that does not exist', `${YEAR}/editions/1`, 404, 'not-found'],
  ['the proof of an edition of an open year', `${YEAR}/editions/1/verify`, 409, 'year-not-closed'],
  [
    'late replies of a year that is none',
    '/agencies/songzhuang/years/0/late-replies',
    422,
    'invalid-input',
    'path.year',
  ],
  ['late replies, a page of nothing', `${YEAR}/late-replies?limit=0`, 422, 'invalid-input', 'query.limit'],
  ['the impact of a version that is none', '/calendars/2024/impact', 422, 'invalid-input', 'path.version'],
  ['the impact of a version that nobody recorded', '/calendars/CN-2024-9/impact', 404, 'not-found'],
  ['the evidence of no case', '/cases/none/evidence', 404, 'not-found'],
  ['evidence at no position', `${CASE}/evidence?knownAt=now`, 422, 'position-malformed', 'query.knownAt'],
  [
    'evidence behind the end of the log',
    `${CASE}/evidence?knownAt=9999999999999999`,
    422,
    'position-unknown',
    'query.knownAt',
  ],
  ['evidence of a case that came later', `${CASE}/evidence?knownAt=0000000000000001`, 404, 'not-found'],
  ['the evidence of an open year', `${YEAR}/evidence`, 409, 'year-not-closed'],
  ['the evidence of edition 0', `${YEAR}/evidence?edition=0`, 422, 'invalid-input', 'query.edition'],
  ['calendars of nowhere', '/calendars?jurisdiction=US', 422, 'invalid-input', 'query.jurisdiction'],
  ['calendars of no year', '/calendars?year=24', 422, 'invalid-input', 'query.year'],
];

/** Points in time, states of knowledge, editions and calendar versions that nobody can read from. */
export const badPoints: readonly BadRequest[] = points.map(([name, path, status, code, at]) => ({
  name,
  from: path.startsWith('/cases/none') ? 'auditor' : 'handler',
  method: 'GET',
  path,
  status,
  code,
  ...(at !== undefined && { at }),
}));
