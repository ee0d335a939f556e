import { mkdtempDisposable, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailable, type JsonObject } from '#kernel';
import type { Office } from '../office.js';
import { openOffice } from '../open-office.js';
import { metadataOf } from '../request.js';
import { foundAgencies, LATE, request, somebody } from '../testkit/busy-office.js';

const NUMBER = '收〔2024〕3号';
const APPLICATION = { on: '2024-03-01', channel: 'in-person', applicantRef: 'p-1', applicantKind: 'natural-person' };
const taken = (caseId: string, caseNumber = NUMBER) => ({
  kind: 'refused',
  code: 'case-number-taken',
  message: expect.stringContaining(caseId) as unknown,
  facts: { caseId, caseNumber },
});

describe('the number of a case', () => {
  let office: Office;
  let deeds = 0;

  beforeEach(async () => {
    office = await openOffice({ dataDir: null });
    await foundAgencies(office, ['town', 'other']);
  });
  afterEach(() => office.close());

  function receive(caseId: string, caseNumber: string | undefined = NUMBER, more: object = {}) {
    const { agency = 'town', id = `deed-${deeds++}` } = more as { agency?: string; id?: string };
    const body = { ...APPLICATION, ...(caseNumber !== '' && { caseNumber }) };
    const asked = request(somebody('handler'), id);
    return office.cases.record({ step: 'receive-application', caseId, agency, body, request: asked });
  }

  function rectify(caseId: string, revision: number, action: object) {
    const body = { on: '2024-06-01', revision, action, reason: 'typing-error', approvedBy: 'mayor-1' };
    const asked = request(somebody('handler'), `deed-${deeds++}`);
    return office.cases.record({ step: 'rectify-entry', caseId, agency: null, body, request: asked });
  }

  /** As an earlier program recorded it, which did not look at numbers. */
  async function putInLog(caseId: string): Promise<void> {
    const data = { ...APPLICATION, caseId, caseNumber: NUMBER, agency: 'town', receivedOn: '2024-03-01' };
    const event = { id: crypto.randomUUID(), type: 'case.application-received', version: 1, data: data as JsonObject };
    const metadata = metadataOf(request(somebody('handler'), caseId, LATE), 'town', '2024-03-01', '0'.repeat(64));
    await office.store.append(`case-${caseId}`, 'no-stream', [event], metadata);
  }

  const renumber = (caseId: string, caseNumber: string) =>
    rectify(caseId, 0, { kind: 'correct', fields: { caseNumber } });

  it('given a case that bears it, then a second one is refused, and told which case that is', async () => {
    await receive('c-1');
    await expect(receive('c-2')).rejects.toMatchObject(taken('c-1'));
    expect(await office.store.read('case-c-2')).toEqual([]);
  });

  it('is the id of the case where no other is given, and taken all the same', async () => {
    await receive('c-1', '');
    await expect(receive('c-2', 'c-1')).rejects.toMatchObject(taken('c-1', 'c-1'));
    await receive('c-3', 'c-4');
    await expect(receive('c-4', '')).rejects.toMatchObject(taken('c-3', 'c-4'));
  });

  it('belongs to an agency: another one counts for itself', async () => {
    await receive('c-1');
    await receive('o-1', NUMBER, { agency: 'other' });
    await expect(receive('o-2', NUMBER, { agency: 'other' })).rejects.toMatchObject(taken('o-1'));
  });

  it('is given once when two clerks send at once, and a repetition of the command that won is answered as before', async () => {
    const both = await Promise.allSettled([receive('c-1', NUMBER, { id: 'a' }), receive('c-2', NUMBER, { id: 'b' })]);
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
    expect(await receive('c-1', NUMBER, { id: 'a' })).toMatchObject({ revision: 0, repeated: true });
    await expect(receive('c-2', NUMBER, { id: 'b' })).rejects.toMatchObject(taken('c-1'));
  });

  it('stays with a case that has ended', async () => {
    await receive('c-1');
    const body = { on: '2024-03-02', written: true, identityChecked: true };
    const asked = request(somebody('handler'), 'ends');
    await office.cases.record({ step: 'withdraw-application', caseId: 'c-1', agency: null, body, request: asked });
    await expect(receive('c-2')).rejects.toMatchObject(taken('c-1'));
  });

  it('is not given by a rectification while another case bears it', async () => {
    await receive('c-1');
    await receive('c-2', '2号');
    await expect(renumber('c-2', NUMBER)).rejects.toMatchObject(taken('c-1'));
    await renumber('c-1', '1号');
    await renumber('c-2', NUMBER);
    await expect(receive('c-3')).rejects.toMatchObject(taken('c-2'));
  });

  it('given up by a rectification is free at once, and does not come back when the rectification is struck', async () => {
    await receive('c-1');
    await renumber('c-1', '1号');
    await receive('c-2');
    await expect(rectify('c-1', 1, { kind: 'void' })).rejects.toMatchObject(taken('c-2'));
    await renumber('c-2', '2号');
    await rectify('c-1', 1, { kind: 'void' });
    await expect(receive('c-3')).rejects.toMatchObject(taken('c-1'));
  });

  it('whose registration did not reach the disk is free', async () => {
    const { store } = office;
    const append = store.append.bind(store);
    store.append = () => Promise.reject(new StoreUnavailable('store-full', '磁盘已满'));
    await expect(receive('c-1')).rejects.toMatchObject({ code: 'store-full' });
    store.append = append;
    await receive('c-2');
    await expect(receive('c-1')).rejects.toMatchObject(taken('c-2'));
  });

  it('is known of a thousand cases that the view has not seen yet, and of those that it has', async () => {
    await receive('first');
    const { store } = office;
    const readAll = store.readAll.bind(store);
    const { promise: awake, resolve: wake } = Promise.withResolvers<void>();
    store.readAll = (options) => awake.then(() => readAll(options));
    const numbersTaken = async (...ids: readonly string[]) => {
      for (const id of ids) await expect(receive('late', `${id}号`)).rejects.toMatchObject(taken(id, `${id}号`));
    };
    const ids = Array.from({ length: 2_400 }, (_one, at) => `m-${at}`);
    await Promise.all(ids.slice(0, 1_200).map((id) => receive(id, `${id}号`)));
    await numbersTaken('m-0', 'm-999', 'm-1199').finally(wake);
    await office.views.waitFor(await store.head());
    await Promise.all(ids.slice(1_200).map((id) => receive(id, `${id}号`)));
    await numbersTaken('m-0', 'm-1199', 'm-1200', 'm-2399');
  });

  it('is waited for while the view lags, by nobody else: a rectification that gives none goes on', async () => {
    const { store } = office;
    await office.views.waitFor(await store.head());
    const readAll = store.readAll.bind(store);
    const { promise: awake, resolve: wake } = Promise.withResolvers<void>();
    store.readAll = (options) => awake.then(() => readAll(options));
    await putInLog('old-1');
    const waiting = [receive('c-1'), receive('c-2', '2号')];
    await rectify('old-1', 0, { kind: 'correct', fields: { applicantKind: 'other' } }).finally(wake);
    expect((await Promise.allSettled(waiting)).map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  });

  it('is not forgotten once recorded: where the view fails a thousand registrations later, none is refused that stands', async () => {
    await receive('first');
    office.views.caseload.position = () => {
      throw new StoreUnavailable('view-unavailable', '视图尚未就绪');
    };
    const ids = Array.from({ length: 1_100 }, (_one, at) => `m-${at}`);
    const done = await Promise.allSettled(ids.map((id) => receive(id, `${id}号`)));
    const refused = ids.filter((_id, at) => done[at]!.status === 'rejected');
    expect(refused.length).toBeGreaterThan(0);
    for (const id of refused) expect(await office.store.read(`case-${id}`)).toEqual([]);
  });

  it('is looked up and given while the statistics have failed: applications arrive all the same', async () => {
    const event = { id: crypto.randomUUID(), type: 'register.entry-rectified', version: 99, data: {} };
    const metadata = metadataOf(request(somebody('handler'), 'x', LATE), 'town', '2024-03-01', '0'.repeat(64));
    const { position } = await office.store.append('register-town-2024', 'no-stream', [event], metadata);
    await expect(office.views.waitFor(position)).rejects.toMatchObject({ code: 'projection-failed' });
    await receive('c-1');
    await expect(receive('c-2')).rejects.toMatchObject(taken('c-1'));
  });

  it('given a log that holds one number twice, then the cases go on, and the audit of a year points at them', async () => {
    for (const caseId of ['old-1', 'old-2']) await putInLog(caseId);
    await expect(receive('c-1')).rejects.toMatchObject(taken('old-1'));
    const { sharedNumbers, faults } = await office.auditor.audit('town', 2024, somebody('auditor'));
    expect(sharedNumbers).toEqual([{ caseNumber: NUMBER, caseIds: ['old-1', 'old-2'] }]);
    expect(faults).toEqual([]);
    await rectify('old-1', 0, { kind: 'correct', fields: { applicantKind: 'commercial-enterprise' } });
    await renumber('old-2', '4号');
    expect(await office.auditor.audit('town', 2024, somebody('auditor'))).toMatchObject({ sharedNumbers: [] });
  });
});

it('the number of a case, given by a process that has ended, is taken, also while the view is being built anew', async () => {
  await using files = await mkdtempDisposable(join(tmpdir(), 'gongkai-numbers-'));
  const register = (office: Office, caseId: string, caseNumber = NUMBER) => {
    const body = { ...APPLICATION, caseNumber };
    const asked = request(somebody('handler'), caseId);
    return office.cases.record({ step: 'receive-application', caseId, agency: 'town', body, request: asked });
  };
  const before = await openOffice({ dataDir: files.path });
  await foundAgencies(before, ['town']);
  await Promise.all(Array.from({ length: 3_000 }, (_one, at) => register(before, `m-${at}`, `${at}号`)));
  await register(before, 'c-1');
  await before.close();
  await rm(join(files.path, 'views'), { recursive: true });
  const office = await openOffice({ dataDir: files.path });
  await expect(register(office, 'c-2').finally(() => office.close())).rejects.toMatchObject(taken('c-1'));
});
