import { describe, expect, test } from '@jest/globals';
import type { Instant } from '#kernel';
import { foundAgencies, request, somebody } from '../testkit/busy-office.js';
import { District, publishedReport } from '../testkit/district.js';
import { Town } from '../testkit/town.js';

const NOW: Instant = '2022-01-15T04:00:00.000Z';
const OPERATOR = somebody('operator');

/** A town with one open and one ended case of 2021, and two more bodies: one whose register is empty, one not yet founded then. */
async function threeBodies(): Promise<Town> {
  const town = await Town.open();
  await town.openRegisters(2021);
  await town.receive('c-1', '2021-03-01');
  await town.withdraw('c-1', '2021-03-02');
  await town.receive('c-2', '2021-12-01');
  await foundAgencies(town.office, ['bureau']);
  const body = { on: '2022-01-02', name: '新局', level: 'county-dept', parentId: null };
  await town.office.agencies.record({
    name: 'found-agency',
    agency: 'newcomer',
    body,
    request: request(OPERATOR, 'new'),
  });
  return town;
}

describe('closing a year for everybody', () => {
  test('given one body whose register is empty, when the run goes over all, then it is refused with its findings and the others are closed', async () => {
    await using town = await threeBodies();
    const seen: string[] = [];

    const run = await town.office.yearEnd.run(2021, request(OPERATOR, 'run-1', NOW), {
      onResult: ({ agency, outcome }, done, agencies) => void seen.push(`${agency} ${outcome} ${done}/${agencies}`),
    });

    expect(seen).toEqual(['bureau refused 1/2', 'town closed 2/2']);
    expect(run.interrupted).toBe(false);
    expect(run.results[0]).toMatchObject({ refusal: { code: 'rules-failed' } });
    expect(run.results[1]).toMatchObject({ closed: { edition: 1, carriedForward: 1, repeated: false } });
  });

  test('given a run that has been, when it is run again, then nothing is written and the digests are the same', async () => {
    await using town = await threeBodies();
    const first = await town.office.yearEnd.run(2021, request(OPERATOR, 'run-1', NOW));
    const head = await town.office.store.head();

    const second = await town.office.yearEnd.run(2021, request(OPERATOR, 'run-2', NOW));

    expect(await town.office.store.head()).toBe(head);
    const digests = (run: typeof first) =>
      run.results.map((one) => (one.outcome === 'closed' ? one.closed.digest : null));
    expect(digests(second)).toEqual(digests(first));
    expect(second.results[1]).toMatchObject({ closed: { repeated: true } });
  });

  test('given a run stopped after the first body, then the second is left and a later run takes it', async () => {
    await using town = await threeBodies();
    const stop = new AbortController();

    const run = await town.office.yearEnd.run(2021, request(OPERATOR, 'run-1', NOW), {
      signal: stop.signal,
      onResult: () => stop.abort(),
    });

    expect(run).toMatchObject({ interrupted: true, agencies: 2, results: [{ agency: 'bureau' }] });
    const later = await town.office.yearEnd.run(2021, request(OPERATOR, 'run-2', NOW));
    expect(later.results[1]).toMatchObject({ outcome: 'closed', closed: { repeated: false } });
  });

  test('given a person bound to one body, then only that one is run; given a handler, the run is refused', async () => {
    await using town = await threeBodies();
    const bound = { ...OPERATOR, agencies: ['town'] };

    expect((await town.office.yearEnd.run(2021, request(bound, 'run-1', NOW))).results).toMatchObject([
      { agency: 'town' },
    ]);
    await expect(town.office.yearEnd.run(2021, request(somebody('handler'), 'run-2', NOW))).rejects.toMatchObject({
      code: 'role-not-allowed',
    });
    await expect(town.office.yearEnd.run(12, request(OPERATOR, 'run-3', NOW))).rejects.toMatchObject({
      kind: 'invalid',
    });
  });
});

describe('the table before the deadline', () => {
  test('given bodies in every state, then each line says what is open, late and failing', async () => {
    await using town = await threeBodies();
    const at = (now: Instant) => town.office.yearEndStatus.status(2021, OPERATOR, now);

    expect((await at('2021-12-31T04:00:00.000Z')).lines).toMatchObject([
      { agency: 'bureau', state: 'year-running', late: false },
      { agency: 'town', state: 'year-running', open: 1, overdue: 1 },
    ]);
    expect((await at(NOW)).lines).toMatchObject([
      { agency: 'bureau', state: 'failing', blocking: ['V6'], deadline: '2022-01-31', edition: null },
      { agency: 'town', state: 'ready', blocking: [], open: 1 },
    ]);
    await town.close(2021);
    await town.receive('c-late', '2021-05-05');
    expect((await at('2022-02-01T04:00:00.000Z')).lines).toMatchObject([
      { agency: 'bureau', late: true },
      { agency: 'town', state: 'drifted', late: false, edition: { number: 1 } },
    ]);
  });

  test('given a year after which a body was founded, then it has no line', async () => {
    await using town = await threeBodies();
    const { lines } = await town.office.yearEndStatus.status(2021, OPERATOR, NOW);
    expect(lines.map(({ agency }) => agency)).toEqual(['bureau', 'town']);
  });
});

/** A district whose town-2 was merged into town-1 within 2023 with an open case; bureau-b published elsewhere. */
async function reorganised(): Promise<District> {
  const place = await District.open();
  await place.openRegisters(2023, 0, 'district', 'bureau-a', 'town-1', 'town-2');
  await place.receive('town-2', 'c-1', '2023-05-04');
  await place.agency('dissolve-agency', 'town-2', { on: '2023-06-01', successorId: 'town-1' });
  await place.import('bureau-b', 2023, publishedReport(3));
  return place;
}

const AFTER: Instant = '2024-05-01T04:00:00.000Z';

describe('bodies that are not closed like the others', () => {
  const status = async (place: District, year = 2023) =>
    (await place.office.yearEndStatus.status(year, OPERATOR, AFTER)).lines;
  const run = (place: District, year = 2023) => place.office.yearEnd.run(year, place.request('operator'));

  test('given a body whose published report is imported, then it is neither failing nor late, and the run leaves it as it is', async () => {
    await using place = await reorganised();

    expect((await status(place))[1]).toMatchObject({
      agency: 'bureau-b',
      state: 'imported',
      late: false,
      blocking: [],
    });
    expect((await run(place)).results[1]).toMatchObject({
      agency: 'bureau-b',
      outcome: 'imported',
      imported: { on: '2024-02-01', source: { file: 'bureau-b.json' } },
    });
    const { books } = await place.office.books.booksOf('bureau-b', 2023);
    expect(books.editions).toEqual([]);
  });

  test('given an imported report and an edition published here later, then the edition counts', async () => {
    await using place = await reorganised();
    await place.openRegisters(2023, 0, 'bureau-b');
    await place.close('bureau-b', 2023);

    expect((await status(place))[1]).toMatchObject({ agency: 'bureau-b', state: 'closed' });
    expect((await run(place)).results[1]).toMatchObject({ outcome: 'closed', closed: { repeated: true } });
  });

  test('given a body dissolved in the year with entries and an open case, then it is closed too and its region is whole', async () => {
    await using place = await reorganised();

    expect((await status(place)).at(-1)).toMatchObject({
      agency: 'town-2',
      dissolvedOn: '2023-06-01',
      deadline: '2024-01-31',
      state: 'ready',
      open: 1,
    });
    const { results } = await run(place);
    expect(results.map(({ agency, outcome }) => [agency, outcome])).toEqual([
      ['bureau-a', 'closed'],
      ['bureau-b', 'imported'],
      ['district', 'closed'],
      ['town-1', 'closed'],
      ['town-2', 'closed'],
    ]);
    expect(results[4]).toMatchObject({ dissolvedOn: '2023-06-01', closed: { carriedForward: 1 } });
    expect(await place.tables(2023)).toMatchObject({ notClosed: [], missing: [] });
  });

  test('given a body dissolved before the year, then it is listed for as long as a case of it counts', async () => {
    await using place = await reorganised();
    const listed = async (year: number) => (await status(place, year)).map(({ agency }) => agency);

    expect(await listed(2024)).toContain('town-2');
    await place.office.cases.record({
      step: 'withdraw-application',
      caseId: 'c-1',
      agency: 'town-2',
      body: { on: '2024-01-10', written: true, identityChecked: true },
      request: place.request('handler'),
    });
    expect(await listed(2024)).toContain('town-2');
    expect(await listed(2025)).not.toContain('town-2');
  });

  test('given documents in force of a body dissolved before the year, then it is closed until its heir states what it has', async () => {
    await using place = await District.open();
    await place.openRegisters(2023, 5, 'town-2');
    await place.agency('dissolve-agency', 'town-2', { on: '2023-06-01', successorId: 'town-1' });
    const listed = async () => (await status(place, 2024)).map(({ agency }) => agency);

    expect(await listed()).toContain('town-2');
    await place.openRegisters(2024, 9, 'town-1');
    expect(await listed()).not.toContain('town-2');
  });

  test('given a body dissolved in the year of which nothing is recorded, then it is not listed', async () => {
    await using place = await reorganised();
    await place.found('town-3', 'town', 'district');
    await place.agency('dissolve-agency', 'town-3', { on: '2023-06-01', successorId: 'town-1' });

    expect((await status(place)).map(({ agency }) => agency)).not.toContain('town-3');
    expect((await run(place)).results.map(({ agency }) => agency)).not.toContain('town-3');
  });

  test('given a government without figures whose office reports for it, then only the office is listed', async () => {
    await using place = await District.open();
    await place.found('city', 'city', null);
    await place.found('city-hall', 'city-office', 'city');
    const listed = async () => (await status(place)).map(({ agency }) => agency);

    expect(await listed()).toEqual(['bureau-a', 'bureau-b', 'city-hall', 'district', 'town-1', 'town-2']);
    await place.openRegisters(2023, 0, 'city');
    expect(await listed()).toContain('city');
  });
});
