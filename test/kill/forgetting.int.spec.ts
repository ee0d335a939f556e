import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { caseStream, type Office } from '#office';
import { somebody } from '../../libs/office/testkit/busy-office.js';
import { damageOfLog } from '../support/damage-of-log.js';
import { CASES, forget, forgetAndDie, MOMENTS, setScene, TOWN, withPeople } from './forgetting.js';

const handler = somebody('handler');

describe('a process killed while it forgets a person', () => {
  let directory: string;
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'gongkai-forget-'));
    await setScene(directory);
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const erasuresIn = async (office: Office) => {
    const histories = await Promise.all(CASES.map((caseId) => office.desk.history(caseStream(caseId))));
    return histories.map((history) => history.filter(({ type }) => type === 'case.personal-data-erased').length);
  };
  /** The edition as recomputed from the log, every figure of the year, and whether the view says the same. */
  const figures = async (office: Office) => {
    await office.views.waitFor(await office.store.head());
    const { equal, publishedDigest, recomputedDigest } = await office.verifier.verify(TOWN, 2023);
    const { equal: viewEqual, liveDigest } = await office.projections!.rebuild('statistics', { swap: 'never' });
    return { equal, publishedDigest, recomputedDigest, viewEqual, liveDigest };
  };

  it.each(MOMENTS)(
    '%s: she is readable or gone, never half; the same command finishes; once per case; figures and chains hold',
    async (moment) => {
      const before = await withPeople(directory, figures);
      expect(before).toMatchObject({ equal: true, viewEqual: true });
      await forgetAndDie(directory, moment);
      await withPeople(directory, async (office, people) => {
        const recorded = (await erasuresIn(office)).filter((count) => count === 1).length;
        expect(recorded).toBe(Number(moment.split(' ')[1]) - (moment.startsWith('before') ? 1 : 0));
        // Decided in every case: the start has carried it out. Else she is still needed, and still there.
        const done = recorded === CASES.length;
        const { person } = people.get('p-1', handler);
        expect(person).toEqual(done ? { erased: true, on: '2034-06-01' } : { kind: 'applicant', name: '张某某测试' });

        expect(await forget(people)).toMatchObject({ fate: 'erased', cases: CASES, heldBy: [], repeated: done });
        expect(people.get('p-1', handler).person).toEqual({ erased: true, on: '2034-06-01' });
        expect(people.get('third-1', handler).person).toMatchObject({ name: '李某第三方' });
        expect(await erasuresIn(office)).toEqual([1, 1, 1]);
        expect(await damageOfLog(directory)).toBeUndefined();
        expect(await figures(office)).toEqual(before);
      });
    },
  );
});
