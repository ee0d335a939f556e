import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { openOffice, type Office } from '#office';
import type { StepName } from '#casework';
import { openPeople } from '../../apps/api/people/open-people.js';
import type { People } from '../../apps/api/people/people.js';
import { foundAgencies, request, somebody } from '../../libs/office/testkit/busy-office.js';

/** The agency whose person is forgotten. */
export const TOWN = 'forget-town';
/** The cases in which the person stands, in the order of the log. */
export const CASES = ['f-1', 'f-2', 'f-3'] as const;
/** Where the process is killed: before or after the nth erasure is durable. After the last: before the key is destroyed. */
export const MOMENTS = CASES.flatMap((_case, index) => [`before ${index + 1}`, `after ${index + 1}`]);

const DECISION = {
  on: '2034-06-01',
  reason: 'retention-ended',
  retentionEndedOn: '2034-05-31',
  approvedBy: 'head-2',
} as const;
/** The master key of its vault. */
export const environment = { GONGKAI_MASTER_KEY: `2024-a ${createHash('sha256').update('2024-a').digest('hex')}` };

/** An office with its people, as the service opens them; closed when `work` has ended. */
export async function withPeople<T>(
  directory: string,
  work: (office: Office, people: People) => Promise<T>,
): Promise<T> {
  const office = await openOffice({ dataDir: directory });
  try {
    const people = await openPeople({ office, dataDir: directory, environment, warn: ({ code }) => assert.fail(code) });
    try {
      return await work(office, people);
    } finally {
      people.close();
    }
  } finally {
    await office.close();
  }
}

/** A person with three cases that ended, and a third party in the second; the year is closed. */
export async function setScene(directory: string): Promise<void> {
  await withPeople(directory, async (office, people) => {
    await foundAgencies(office, [TOWN]);
    await people.put('p-1', TOWN, { kind: 'applicant', name: '张某某测试' }, somebody('handler'));
    await people.put('third-1', TOWN, { kind: 'third-party', name: '李某第三方' }, somebody('handler'));
    const take = (caseId: string, step: StepName, body: object) =>
      office.cases.record({
        step,
        caseId,
        agency: TOWN,
        body,
        request: request(somebody('handler'), `${step}-${caseId}`),
      });
    for (const caseId of CASES) {
      const applicant = { applicantRef: 'p-1', applicantKind: 'natural-person' };
      await take(caseId, 'receive-application', { on: '2023-03-01', channel: 'in-person', ...applicant });
      if (caseId === 'f-2') await take(caseId, 'consult-third-party', { on: '2023-03-02', partyRef: 'third-1' });
      await take(caseId, 'withdraw-application', { on: '2023-03-06', written: true, identityChecked: true });
    }
    for (const kind of ['regulations', 'normativeDocuments']) {
      await office.register.record({
        name: 'record-documents',
        agency: TOWN,
        year: null,
        body: { on: '2023-01-01', kind, movement: 'opening', count: 0 },
        request: request(somebody('handler'), `open-${kind}`),
      });
    }
    await office.views.waitFor(await office.store.head());
    await office.closer.close(TOWN, 2023, {}, request(somebody('operator'), 'close-2023'));
  });
}

/** The one command of the tests, under the one key. */
export function forget(people: People) {
  return people.forget('p-1', DECISION, request(somebody('head'), 'head-1:forget-p-1'));
}

const here = import.meta.dirname;
const root = here.includes(`${sep}dist${sep}`) ? join(here, '..', '..', '..') : join(here, '..', '..');
const hooks = pathToFileURL(join(root, 'test', 'support', 'typescript-hooks.mjs')).href;

/** Forgets the person in a process that kills itself at this moment; raises unless it did. */
export async function forgetAndDie(directory: string, moment: string): Promise<void> {
  const script = join(root, 'test', 'kill', 'forgetting-worker.ts');
  const child = spawn(process.execPath, ['--import', hooks, script, directory, moment], { stdio: 'inherit' });
  const endedBy = await new Promise((resolve) => child.on('close', (_code, signal) => resolve(signal)));
  assert.equal(endedBy, 'SIGKILL', 'the process ended by itself');
}
