import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { erasePersonalData, type StepName } from '#casework';
import type { Office } from '#office';
import { request, somebody } from '../../libs/office/testkit/busy-office.js';
import { forget, setScene, TOWN, withPeople } from './forgetting.js';

const handler = somebody('handler');

describe('given somebody who works on a case of the person while she is being forgotten', () => {
  let directory: string;
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'gongkai-forget-'));
    await setScene(directory);
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const take = (office: Office, caseId: string, step: StepName, body: object) =>
    office.cases.record({ step, caseId, agency: TOWN, body, request: request(handler, `${step}-${caseId}`) });

  /** Does `work` once, when the first erasure is durable. */
  const meanwhile = ({ store }: Office, work: () => Promise<unknown>): void => {
    const append = store.append.bind(store);
    let done = false;
    store.append = async (stream, expected, events, metadata) => {
      const appended = await append(stream, expected, events, metadata);
      if (!done && events.some(({ type }) => type === erasePersonalData.event.type)) {
        done = true;
        await work();
      }
      return appended;
    };
  };

  it('when a new case comes in, then she is still needed for that one, and is told so; later the same command finishes', async () => {
    await withPeople(directory, async (office, people) => {
      const application = {
        on: '2023-04-03',
        channel: 'in-person',
        applicantRef: 'p-1',
        applicantKind: 'natural-person',
      };
      meanwhile(office, () => take(office, 'f-4', 'receive-application', application));
      const answer = await forget(people);
      expect(answer).toMatchObject({ fate: 'held', heldBy: [{ caseId: 'f-4', until: 'case-ended' }] });
      expect(people.get('p-1', handler).person).toMatchObject({ name: '张某某测试' });
      await expect(forget(people)).rejects.toMatchObject({ code: 'person-still-needed' });

      await take(office, 'f-4', 'withdraw-application', { on: '2023-04-04', written: true, identityChecked: true });
      expect(await forget(people)).toMatchObject({ fate: 'erased', cases: ['f-1', 'f-2', 'f-3', 'f-4'] });
    });
  });

  it('when a remedy is filed in the next case, then that case is named and she stays; later the same command finishes', async () => {
    await withPeople(directory, async (office, people) => {
      meanwhile(office, () => take(office, 'f-2', 'file-reconsideration', { on: '2023-04-03', remedyId: 'r-1' }));
      await expect(forget(people)).rejects.toMatchObject({ code: 'remedy-pending', facts: { caseId: 'f-2' } });
      expect(people.get('p-1', handler).person).toMatchObject({ name: '张某某测试' });

      await take(office, 'f-2', 'conclude-reconsideration', { on: '2023-05-04', remedyId: 'r-1', result: 'upheld' });
      expect(await forget(people)).toMatchObject({ fate: 'erased', cases: ['f-1', 'f-2', 'f-3'], repeated: false });
      expect(people.get('p-1', handler).person).toMatchObject({ erased: true });
    });
  });
});
