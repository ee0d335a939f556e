import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TokenStore } from '#access';
import { openOffice, systemClock } from '#office';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ApiClient } from './support/api-client.js';
import { APPLICATION } from './support/bodies.js';
import { ChildServer } from './support/child-server.js';

const CLIENTS = 32;
/** How many answers to wait for before the signal: the load is at its height by then. */
const ANSWERS_BEFORE_SIGNAL = 300;

describe('a server told to stop', () => {
  let dataDir: string;
  let child: ChildServer;
  let token: string;

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'gongkai-shutdown-'));
    child = new ChildServer(dataDir, { GONGKAI_RATE_LIMIT: '0', GONGKAI_LOG_LEVEL: 'warn' });
  });
  afterEach(async () => {
    child.signal('SIGKILL');
    await child.ended;
    rmSync(dataDir, { recursive: true });
  });

  it('tells at the first start how to make a token, and takes one made meanwhile', async () => {
    const client = await connect();
    expect(child.said.join('\n')).toMatch(/npx gongkai token create/);
    expect((await client.get('/agencies')).status).toBe(200);
    client.close();
  });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'by %s under load: everything that was answered is in the log',
    async (signal) => {
      const client = await connect();
      await found(client);
      const acknowledged: string[] = [];
      const otherStatuses: number[] = [];
      let signalled = false;
      const load = Array.from({ length: CLIENTS }, async (_, worker) => {
        // Everybody goes on sending until nobody listens any more.
        for (let n = 0; ; n++) {
          const caseId = `c-${worker}-${n}`;
          try {
            const { status } = await client.post('/agencies/a/cases', { ...APPLICATION, caseId });
            if (status === 201) acknowledged.push(caseId);
            else otherStatuses.push(status);
          } catch {
            // The connection is gone: nothing was answered, so nothing is promised.
            return;
          }
          if (acknowledged.length >= ANSWERS_BEFORE_SIGNAL && !signalled) {
            signalled = true;
            child.signal(signal);
          }
        }
      });
      await Promise.all(load);
      client.close();

      expect(await child.ended).toBe(0);
      expect(otherStatuses).toEqual([]);
      expect(acknowledged.length).toBeGreaterThanOrEqual(ANSWERS_BEFORE_SIGNAL);
      const office = await openOffice({ dataDir, mode: 'writer' });
      const missing: string[] = [];
      for (const caseId of acknowledged) {
        if ((await office.store.read(`case-${caseId}`)).length !== 1) missing.push(caseId);
      }
      await office.close();
      expect(missing).toEqual([]);
    },
  );

  it('says in plain words why it cannot start on a directory that another server uses', async () => {
    await child.url();
    const second = new ChildServer(dataDir);
    expect(await second.ended).not.toBe(0);
    expect(second.said).toEqual([expect.stringMatching(/正被另一进程使用/)]);
  });

  async function connect(): Promise<ApiClient> {
    const url = await child.url();
    const tokens = new TokenStore(join(dataDir, 'access.db'));
    token = tokens.create(
      { staffId: 'admin', role: 'operator', agencies: '*', expiresAt: '2099-01-01T00:00:00.000Z' },
      systemClock.now(),
    ).token;
    const handler = tokens.create(
      { staffId: 'li', role: 'handler', agencies: '*', expiresAt: '2099-01-01T00:00:00.000Z' },
      systemClock.now(),
    ).token;
    tokens.close();
    return new ApiClient(url, handler);
  }

  async function found(client: ApiClient): Promise<void> {
    const operator = new ApiClient(client.url, token);
    const body = { agency: 'a', on: '2020-01-01', name: '甲镇', level: 'town', parentId: null };
    expect((await operator.post('/agencies', body)).status).toBe(201);
    operator.close();
  }
});
