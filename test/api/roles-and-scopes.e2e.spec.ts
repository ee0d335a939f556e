import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { agencyCommands, registerCommands } from '#agency';
import { caseSteps } from '#casework';
import { ROLES, type Role } from '#kernel';
import type { ApiClient } from './support/api-client.js';
import { AGENCY, OTHER_AGENCY, TestServer } from './support/test-server.js';
import { seedCases } from './support/seed-cases.js';

/** Every command that HTTP offers, with an address and the roles that may send it. */
const commands = [
  ...caseSteps
    .filter(({ name }) => name !== 'carry-forward')
    .map(({ name, roles }) => ({
      name,
      roles,
      path: name === 'receive-application' ? `/agencies/${AGENCY}/cases` : `/cases/open-1/${name}`,
    })),
  ...agencyCommands.map(({ name, roles }) => ({
    name,
    roles,
    path: name === 'found-agency' ? '/agencies' : `/agencies/${AGENCY}/${name}`,
  })),
  ...registerCommands.map(({ name, roles }) => ({
    name,
    roles,
    path: `/agencies/${AGENCY}/register/${name === 'rectify-register-entry' ? '2024/' : ''}${name}`,
  })),
];

describe('who may do what', () => {
  let test: TestServer;
  let head: string;
  const clients = new Map<string, ApiClient>();

  beforeAll(async () => {
    test = await TestServer.start();
    await seedCases(test);
    for (const role of ROLES) {
      clients.set(role, test.client(role, [AGENCY]));
      clients.set(`other ${role}`, test.client(role, [OTHER_AGENCY], `other-${role}`));
    }
    head = await test.server.office.store.head();
  });
  afterAll(() => test.stop());

  const post = (who: string, path: string) => clients.get(who)!.post(path, { agency: AGENCY });

  describe.each(commands)('$name', ({ path, roles }) => {
    it.each(ROLES.map((role) => [role, roles.includes(role)] as const))('by a %s: %s', async (role: Role, may) => {
      const { status, json } = await post(role, path);
      // An empty command is sent: whoever may send it is told what is missing, whoever may not is told only that.
      expect(status).toBe(may ? 422 : 403);
      if (!may) expect(json).toMatchObject({ code: 'role-not-allowed', allowedRoles: roles });
    });

    it('by nobody outside the agency', async () => {
      for (const role of ROLES) {
        const { status, json } = await post(`other ${role}`, path);
        expect({ status, json }).toMatchObject({
          status: 403,
          json: { code: roles.includes(role) ? 'outside-scope' : 'role-not-allowed' },
        });
      }
    });
  });

  it('an auditor may send no command at all', () => {
    expect(commands.filter(({ roles }) => roles.includes('auditor'))).toEqual([]);
  });

  it.each([
    '/cases/open-1',
    '/cases/open-1/history',
    '/cases/open-1/clock',
    `/worklist?agency=${AGENCY}`,
    `/agencies/${AGENCY}`,
    `/agencies/${AGENCY}/register/2024`,
    `/agencies/${AGENCY}/years/2024`,
    `/agencies/${AGENCY}/years/2024/rules`,
    `/agencies/${AGENCY}/years/2024/cells/3/new/total`,
  ])('%s is read by everybody of the agency and by nobody else', async (path) => {
    for (const role of ROLES) {
      expect((await clients.get(role)!.get(path)).status).toBe(200);
      expect((await clients.get(`other ${role}`)!.get(path)).status).toBe(403);
    }
  });

  it('the worklist shows no case outside the scope', async () => {
    const { json } = await clients.get('other handler')!.get('/worklist');
    expect((json as { lines: { caseId: string }[] }).lines.map(({ caseId }) => caseId)).toEqual(['other-1']);
  });

  it('nothing of all this was recorded', async () => {
    expect(await test.server.office.store.head()).toBe(head);
  });
});
