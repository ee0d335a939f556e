import { describe, expect, test } from '@jest/globals';
import type { Instant } from '#kernel';
import { somebody } from '../testkit/busy-office.js';
import { District, publishedReport } from '../testkit/district.js';

const OPERATOR = somebody('operator');

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

  test('given an office without figures whose government keeps the cases, then it is failing and told why and what to do', async () => {
    await using place = await District.open();
    await place.found('city', 'city', null);
    await place.found('city-hall', 'city-office', 'city');
    await place.openRegisters(2023, 0, 'city');
    const hall = async () => (await status(place)).find(({ agency }) => agency === 'city-hall');

    expect(await hall()).toMatchObject({ state: 'failing', blocking: ['V6'] });
    expect((await hall())?.remedy).toMatch(
      /^它是 city 的办公厅（室），本身没有任何记录.*登记为 0.*year import-report 导入$/,
    );
    const { results } = await run(place);
    expect(results.find(({ agency }) => agency === 'city-hall')).toMatchObject({
      outcome: 'refused',
      refusal: { code: 'rules-failed' },
      remedy: (await hall())?.remedy,
    });

    await place.openRegisters(2023, 0, 'city-hall');
    expect(await hall()).toMatchObject({ state: 'ready', remedy: null });
  });
});

describe('a body whose report was imported and that keeps cases of the year here, too', () => {
  const status = async (place: District) =>
    (await place.office.yearEndStatus.status(2023, OPERATOR, AFTER)).lines.find(({ agency }) => agency === 'bureau-b');
  const run = async (place: District) =>
    (await place.office.yearEnd.run(2023, place.request('operator'))).results.find(
      ({ agency }) => agency === 'bureau-b',
    );
  /** The report first, then a case of that year. */
  const both = async () => {
    const place = await reorganised();
    await place.receive('bureau-b', 'c-9', '2023-12-20');
    return place;
  };

  test('given nobody said which counts, then the run closes nothing and names both ways out', async () => {
    await using place = await both();

    expect(await status(place)).toMatchObject({
      state: 'undecided',
      late: false,
      blocking: [],
      remedy: expect.stringContaining('尚未决定以哪个为准'),
    });
    const result = await run(place);
    expect(result).toMatchObject({ outcome: 'refused', refusal: { code: 'import-undecided', facts: { year: 2023 } } });
    expect(result?.outcome === 'refused' && result.refusal.message).toMatch(
      /bureau-b\.json.*year import-report.*year close/,
    );
    const { books } = await place.office.books.booksOf('bureau-b', 2023);
    expect(books.editions).toEqual([]);
    await expect(place.office.cases.caseOf('c-9')).resolves.toMatchObject({ state: { carriedInto: [] } });
  });

  test('when the report is imported again with a reason and an approver, then it counts and the run says by whom', async () => {
    await using place = await both();
    const precedence = { reason: '年内另有系统', approvedBy: 'zhao-liu' };
    await place.import('bureau-b', 2023, publishedReport(3), { precedence });

    expect(await status(place)).toMatchObject({ state: 'imported', remedy: null });
    expect(await run(place)).toMatchObject({ outcome: 'imported', imported: { precedence } });
  });

  test('when a person closes the year, then the edition counts', async () => {
    await using place = await both();
    await place.openRegisters(2023, 0, 'bureau-b');
    await place.close('bureau-b', 2023);

    expect(await status(place)).toMatchObject({ state: 'closed', remedy: null });
    expect(await run(place)).toMatchObject({ outcome: 'closed', closed: { repeated: true } });
  });
});
