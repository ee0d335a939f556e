import { describe, expect, test } from '@jest/globals';
import type { Instant } from '#kernel';
import { foundAgencies, request, somebody } from '../testkit/busy-office.js';
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

  test('given a year restated since, when the run goes again, then it tells of the edition that counts', async () => {
    await using town = await threeBodies();
    await town.office.yearEnd.run(2021, request(OPERATOR, 'run-1', NOW));
    await town.receive('c-3', '2021-12-02');
    const restated = await town.restate(2021);

    const { results } = await town.office.yearEnd.run(2021, request(OPERATOR, 'run-2', NOW));

    expect(results[1]).toMatchObject({
      closed: { edition: 2, digest: restated.digest, carriedForward: 2, repeated: true },
    });
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
