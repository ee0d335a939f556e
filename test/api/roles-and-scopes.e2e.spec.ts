import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acceptDrift, agencyCommands, narrativeCommands, registerCommands, restateYear, waiveRule } from '#agency';
import { stepsByHand } from '#casework';
import { ROLE_LABELS, ROLES, type Role } from '#kernel';
import type { ApiClient } from './support/api-client.js';
import { calendarOf2024 } from './support/calendars.js';
import { AGENCY, OTHER_AGENCY, TestServer } from './support/test-server.js';
import { seedCases } from './support/seed-cases.js';

const TRIAL = calendarOf2024(['2024-07-01']);

/** Every command that HTTP offers, with an address and the roles that may send it. */
const commands = [
  ...stepsByHand.map(({ name, roles }) => ({
    name,
    roles,
    path: name === 'receive-application' ? `/agencies/${AGENCY}/cases` : `/cases/open-1/${name}`,
  })),
  ...agencyCommands.map(({ name, roles }) => ({
    name,
    roles,
    path: name === 'found-agency' ? '/agencies' : `/agencies/${AGENCY}/${name}`,
  })),
  ...[restateYear, acceptDrift].map(({ name, roles }) => ({
    name,
    roles,
    path: `/agencies/${AGENCY}/years/2023/${name === 'restate-year' ? 'restate' : name}`,
  })),
  { name: waiveRule.name, roles: waiveRule.roles, path: `/agencies/${AGENCY}/years/2023/waivers` },
  ...narrativeCommands.map(({ name, roles }) => ({
    name,
    roles,
    path: `/agencies/${AGENCY}/years/2023/report/${name}`,
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
      if (may) return;
      expect(json).toMatchObject({ code: 'role-not-allowed', role, allowedRoles: roles });
      const { detail } = json as { detail: string };
      expect(detail).toBe(
        `角色“${ROLE_LABELS[role]}”不能办理此事项，须为：${roles.map((one) => ROLE_LABELS[one]).join('、')}`,
      );
    });

    it('by nobody outside the agency', async () => {
      const unseen = path.startsWith('/cases/')
        ? { status: 404, code: 'not-found' }
        : { status: 403, code: 'outside-scope' };
      for (const role of ROLES) {
        const { status, json } = await post(`other ${role}`, path);
        const { code } = json as { code: string };
        expect({ status, code }).toEqual(roles.includes(role) ? unseen : { status: 403, code: 'role-not-allowed' });
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
    '/cases/open-1/replay',
    '/cases/open-1/difference?from.revision=0',
    '/cases/open-1/due',
    '/cases/open-1/cells',
    '/cases/open-1/evidence',
    `/agencies/${AGENCY}/years/2024?knownAt=2024-06-28T00:00:00.000Z`,
    `/agencies/${AGENCY}/years/2024/editions`,
    `/agencies/${AGENCY}/years/2024/audit`,
    `/agencies/${AGENCY}/years/2024/late-replies`,
  ])('%s is read by everybody of the agency and by nobody else', async (path) => {
    for (const role of ROLES) {
      expect((await clients.get(role)!.get(path)).status).toBe(200);
      expect((await clients.get(`other ${role}`)!.get(path)).status).toBe(path.startsWith('/cases/') ? 404 : 403);
    }
  });

  it('whether a case number is taken is told to nobody outside: the same answer as for one that is free', async () => {
    const paths = ['', '/history', '/clock', '/replay', '/difference?from.revision=0', '/due', '/cells', '/evidence'];
    const told = async (caseId: string, path: string) => {
      const { status, json } = await clients.get('other handler')!.get(`/cases/${caseId}${path}`);
      const { instance: _ofTheRequest, ...problem } = json as { instance: string };
      return JSON.parse(JSON.stringify({ status, problem }).replaceAll(caseId, 'CASE')) as object;
    };
    for (const path of paths) expect(await told('open-1', path)).toEqual(await told('nothing-1', path));
    const answers = ['open-1', 'nothing-1'].map((caseId) =>
      clients.get('other handler')!.post(`/cases/${caseId}/extend-deadline`, {
        on: '2024-06-10',
        workingDays: 5,
        approvedBy: 'head',
      }),
    );
    for (const { status, json } of await Promise.all(answers)) {
      expect({ status, json }).toMatchObject({ status: 404, json: { code: 'not-found' } });
      expect(json).not.toHaveProperty('caseStatus');
    }
  });

  it.each(['drift', 'editions/1', 'editions/1/verify', 'evidence'])(
    '%s of a year is told to nobody else',
    async (what) => {
      for (const role of ROLES) {
        const path = `/agencies/${AGENCY}/years/2024/${what}`;
        // The year is not closed: whoever may know is told so.
        expect([404, 409]).toContain((await clients.get(role)!.get(path)).status);
        expect((await clients.get(`other ${role}`)!.get(path)).status).toBe(403);
      }
    },
  );

  it('the calendars are read by everybody; only an operator with the whole place in scope tries one out', async () => {
    for (const role of ROLES) {
      expect((await clients.get(role)!.get('/calendars?year=2024')).status).toBe(200);
      const { status, json } = await clients.get(role)!.post('/calendars/impact', TRIAL);
      const code = role === 'operator' ? 'outside-scope' : 'role-not-allowed';
      expect({ status, json }).toMatchObject({ status: 403, json: { code } });
      expect((await clients.get(role)!.post('/calendars', TRIAL)).json).toMatchObject({ code });
    }
  });

  it('the worklist shows no case outside the scope', async () => {
    const { json } = await clients.get('other handler')!.get('/worklist');
    expect((json as { lines: { caseId: string }[] }).lines.map(({ caseId }) => caseId)).toEqual(['other-1']);
  });

  it('a registration under the id of a case of another agency is told nothing of that case', async () => {
    const application = { on: '2024-03-01', channel: 'in-person', applicantRef: 'p-77', applicantKind: 'other' };
    const again = { ...application, caseId: 'open-1' };
    const { status, json } = await clients.get('other handler')!.post(`/agencies/${OTHER_AGENCY}/cases`, again);
    expect({ status, json }).toMatchObject({ status: 409, json: { code: 'case-id-in-use' } });
    expect(json).not.toHaveProperty('caseStatus');
    expect(json).not.toHaveProperty('allowedSteps');
  });

  it('nothing of all this was recorded', async () => {
    expect(await test.server.office.store.head()).toBe(head);
  });
});
