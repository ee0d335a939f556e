import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Instant, LocalDate } from '#kernel';
import type { Office } from '../office.js';
import { openOffice } from '../open-office.js';
import { foundAgencies, keepBusy, LATE, request, somebody } from '../testkit/busy-office.js';

const operator = somebody('operator');
const handler = somebody('handler');
const auditor = somebody('auditor');

describe('closing a year', () => {
  let dataDir: string;
  let office: Office;
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'gongkai-close-'));
    office = await openOffice({ dataDir });
    await foundAgencies(office, ['town']);
  });
  afterEach(async () => {
    await office.close();
    rmSync(dataDir, { recursive: true });
  });

  const open = (year: number) =>
    Promise.all(
      (['regulations', 'normativeDocuments'] as const).map((kind) =>
        office.register.record({
          name: 'record-documents',
          agency: 'town',
          year: null,
          body: { on: `${year}-01-01`, kind, movement: 'opening', count: 0 },
          request: request(handler, `open-${kind}-${year}`),
        }),
      ),
    );
  const receive = (caseId: string, on: LocalDate) =>
    office.cases.record({
      step: 'receive-application',
      caseId,
      agency: 'town',
      body: { on, channel: 'in-person', applicantRef: 'p-1', applicantKind: 'natural-person' },
      request: request(handler, `receive-${caseId}`),
    });
  const withdraw = (caseId: string, on: LocalDate) =>
    office.cases.record({
      step: 'withdraw-application',
      caseId,
      agency: null,
      body: { on, written: true, identityChecked: true },
      request: request(handler, `withdraw-${caseId}`),
    });
  const close = (year: number, now: Instant = LATE) =>
    office.closer.close('town', year, {}, request(operator, `close-${year}-${now}`, now));

  it('given open cases, carries each forward once and publishes one edition, however often it is run', async () => {
    await open(2023);
    await receive('c-1', '2023-11-01');
    await receive('c-2', '2023-12-30');
    await receive('c-3', '2024-01-02');
    await withdraw('c-1', '2024-01-10'); // closed in the new year: open at the end of the old one

    const first = await close(2023);
    expect(first).toMatchObject({ edition: 1, carriedForward: 2, repeated: false });
    expect(await close(2023)).toEqual({ ...first, repeated: true });

    for (const [caseId, years] of Object.entries({ 'c-1': [2024], 'c-2': [2024], 'c-3': [] })) {
      expect((await office.cases.caseOf(caseId)).state.carriedInto).toEqual(years);
    }
    expect((await office.years.year('town', 2024, null, auditor)).figures.table3.carriedIn).toEqual([
      2, 0, 0, 0, 0, 0, 2,
    ]);
    expect(await office.verifier.verify('town', 2023)).toMatchObject({
      equal: true,
      recomputedDigest: first.digest,
      differences: [],
    });
  });

  it('given a closing of a thousand random steps, what is published equals what the log says', async () => {
    for (const year of [2020, 2021, 2022, 2023, 2024]) await open(year);
    await keepBusy(office, ['town'], 42, 1_000);
    for (const year of [2021, 2022, 2023, 2024]) {
      const { digest } = await close(year);
      expect(await office.verifier.verify('town', year)).toMatchObject({ equal: true, publishedDigest: digest });
    }
  });

  it('given a fact entered after the closing, the published edition stays and the year shows that figures moved', async () => {
    await open(2023);
    await receive('c-1', '2023-11-01');
    const { digest } = await close(2023);
    await receive('c-2', '2023-11-02');
    const { closed, figures } = await office.years.year('town', 2023, null, auditor);
    expect(closed).toMatchObject({ digest, figuresStillEqual: false });
    expect(figures.table3.new).toEqual([2, 0, 0, 0, 0, 0, 2]);
    expect(await office.verifier.verify('town', 2023)).toMatchObject({ equal: true });
  });

  it('given an unknown figure, is refused with the failed rules, and nothing is written', async () => {
    await receive('c-1', '2023-11-01');
    const before = await office.store.head();
    await expect(close(2023)).rejects.toMatchObject({
      code: 'rules-failed',
      facts: { findings: expect.arrayContaining([expect.objectContaining({ rule: 'V6' })]) },
    });
    expect(await office.store.head()).toBe(before);
  });

  it('given a recorded waiver of the failed rule, is closed, and the edition names the waiver', async () => {
    const body = { on: '2024-01-05', rule: 'V6', reason: '期初数待查档案', approvedBy: 'head-1' };
    await office.books.waive('town', 2023, body, request(handler, 'waive-1'));
    await close(2023);
    const { books } = await office.books.booksOf('town', 2023);
    expect(books.editions[0]).toMatchObject({ waivers: ['V6'], digest: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  it('given a waiver of a rule that there is not, refuses it with the rules that there are, and nothing is written', async () => {
    const before = await office.store.head();
    const body = { on: '2024-01-05', rule: 'V99', reason: '不适用', approvedBy: 'head-1' };
    await expect(office.books.waive('town', 2023, body, request(handler, 'waive-1'))).rejects.toMatchObject({
      kind: 'invalid',
      code: 'rule-unknown',
      message: expect.stringContaining('V1、V2'),
    });
    expect(await office.store.head()).toBe(before);
  });

  it.each([
    ['before the year is over', '2023-12-31T15:59:59.000Z', 'year-not-over'],
    ['in the first second of the next year in Shanghai', '2023-12-31T16:00:00.000Z', null],
  ] as const)('%s', async (_when, now, code) => {
    await open(2022);
    if (code === null) await expect(close(2023, now)).resolves.toMatchObject({ edition: 1 });
    else await expect(close(2023, now)).rejects.toMatchObject({ code });
  });

  it('given that a later year is closed, an earlier one is refused', async () => {
    await open(2023);
    await close(2024);
    await expect(close(2023)).rejects.toMatchObject({ code: 'later-year-closed' });
  });

  it('given a statement of a run cut short whose case ended before the end of the year, is refused until it is struck', async () => {
    await open(2023);
    await receive('c-1', '2023-11-01');
    await receive('c-2', '2023-11-01');
    await office.cases.record({
      step: 'carry-forward',
      caseId: 'c-1',
      agency: null,
      body: { on: '2023-12-31', fromYear: 2023, intoYear: 2024 },
      request: request(operator, 'close:2023:c-1'),
    });
    await withdraw('c-1', '2023-12-30');
    await expect(close(2023)).rejects.toMatchObject({ code: 'carried-not-open', facts: { caseIds: ['c-1'] } });

    const strike = {
      on: '2024-01-05',
      revision: 1,
      action: { kind: 'void' },
      reason: 'new-evidence',
      approvedBy: 'head-1',
    };
    const asked = { step: 'rectify-entry', caseId: 'c-1', agency: null, body: strike } as const;
    await office.cases.record({ ...asked, request: request(handler, 'strike') });
    expect(await close(2023)).toMatchObject({ edition: 1, carriedForward: 1 });
  });

  it('given two runs at once, one edition stands and both answer with it', async () => {
    await open(2023);
    await receive('c-1', '2023-11-01');
    const [one, two] = await Promise.all([close(2023), close(2023, '2034-01-01T00:00:00.000Z')]);
    expect(one.digest).toBe(two.digest);
    expect((await office.books.booksOf('town', 2023)).books.editions).toHaveLength(1);
  });

  it('a handler and an auditor may not close', async () => {
    for (const person of [handler, auditor]) {
      await expect(office.closer.close('town', 2023, {}, request(person, 'x'))).rejects.toMatchObject({
        code: 'role-not-allowed',
      });
    }
  });
});
