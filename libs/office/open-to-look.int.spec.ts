import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Office } from './office.js';
import { openOffice, openOfficeToLook } from './open-office.js';
import { foundAgencies, request, somebody } from './testkit/busy-office.js';

const auditor = somebody('auditor');

describe('an office opened to look', () => {
  let dataDir: string;
  const open = new Set<Office>();
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'gongkai-look-'));
  });
  afterEach(async () => {
    for (const office of open) await office.close();
    open.clear();
    rmSync(dataDir, { recursive: true });
  });

  const opened = async (office: Promise<Office>): Promise<Office> => {
    const one = await office;
    open.add(one);
    return one;
  };
  const closed = async (office: Office): Promise<void> => {
    open.delete(office);
    await office.close();
  };
  const write = () => opened(openOffice({ dataDir }));
  const look = () => opened(openOfficeToLook({ dataDir, warn: () => undefined }));
  const receive = (office: Office, caseId: string) =>
    office.cases.record({
      step: 'receive-application',
      caseId,
      agency: 'town',
      body: { on: '2024-03-01', channel: 'in-person', applicantRef: 'p-1', applicantKind: 'natural-person' },
      request: request(somebody('handler'), caseId),
    });
  /** Needs no view, as a registration does, which asks for its number. */
  const withdraw = (office: Office, caseId: string) =>
    office.cases.record({
      step: 'withdraw-application',
      caseId,
      agency: null,
      body: { on: '2024-03-05', written: true, identityChecked: true },
      request: request(somebody('handler'), `${caseId}-withdrawn`),
    });
  const counted = async (office: Office, row: 'new' | 'resolvedTotal') =>
    (await office.years.year('town', 2024, null, auditor)).figures.table3[row]?.at(-1);
  const received = (office: Office) => counted(office, 'new');
  const isReader = (office: Office) => office.projections === null;
  /** A log with `c-1`, and views that include it. */
  const keep = async () => {
    const writer = await write();
    await foundAgencies(writer, ['town']);
    await receive(writer, 'c-1');
    await writer.views.waitFor(await writer.store.head());
    await closed(writer);
  };

  it('given views that include the whole log, takes no lock: two look at once, and one may begin to write', async () => {
    await keep();
    const [one, other] = [await look(), await look()];
    expect([one, other].map(isReader)).toEqual([true, true]);
    const writer = await write();
    await receive(writer, 'c-2');
    expect(await Promise.all([one, other].map(received))).toEqual([2, 2]);
    expect(await one.views.status()).toMatchObject([
      { name: 'statistics', state: 'live', behind: false },
      { name: 'caseload', state: 'live', behind: false },
    ]);
  });

  it('given no views, or views that are behind, builds them as the writer; whoever comes next only reads', async () => {
    await keep();
    rmSync(join(dataDir, 'views'), { recursive: true });
    const builder = await look();
    expect(isReader(builder)).toBe(false);
    expect(await received(builder)).toBe(1);
    await closed(builder);
    expect(isReader(await look())).toBe(true);
  });

  it('given views of another log, builds them anew', async () => {
    await keep();
    const moveLog = (to: string) => {
      mkdirSync(to);
      for (const name of readdirSync(dataDir).filter((one) => one.startsWith('log.db'))) {
        renameSync(join(dataDir, name), join(to, name));
      }
    };
    moveLog(join(dataDir, 'first'));
    renameSync(join(dataDir, 'views'), join(dataDir, 'views-of-first'));
    const writer = await write();
    await foundAgencies(writer, ['town', 'city']);
    await closed(writer);
    rmSync(join(dataDir, 'views'), { recursive: true });
    renameSync(join(dataDir, 'views-of-first'), join(dataDir, 'views'));
    const office = await look();
    expect(isReader(office)).toBe(false);
    expect(await received(office)).toBe(0);
  });

  it('given views that are behind while another process writes, waits until that one has brought them up to date', async () => {
    await keep();
    const writer = await write();
    await writer.projections!.stop();
    await withdraw(writer, 'c-1');
    const looking = look();
    await writer.projections!.start();
    const office = await looking;
    expect(isReader(office)).toBe(true);
    expect(await counted(office, 'resolvedTotal')).toBe(1);
  });

  it('given another writer that does not bring its views up, answers what needs none', async () => {
    await keep();
    const writer = await write();
    await writer.projections!.stop();
    await withdraw(writer, 'c-1');
    const office = await look();
    expect(await office.caseReader.case('c-1', auditor)).toMatchObject({ revision: 1 });
    expect(await office.views.status()).toMatchObject([{ behind: true }, { behind: true }]);
    await expect(office.views.waitFor(await office.store.head(), { timeoutMs: 100 })).rejects.toMatchObject({
      code: 'projection-behind',
    });
  });

  it('given no log, raises store-missing and makes nothing', async () => {
    const nowhere = join(dataDir, 'typo');
    await expect(openOfficeToLook({ dataDir: nowhere })).rejects.toMatchObject({ code: 'store-missing' });
    expect(existsSync(nowhere)).toBe(false);
  });
});
