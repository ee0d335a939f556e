import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { somebody } from '../../libs/office/testkit/busy-office.js';
import { CASES, environment, setScene, withPeople } from '../kill/forgetting.js';
import { documentOf, gongkai, Workplace, type Run } from './cli.testkit.js';

const DECISION = ['--reason', 'retention-ended', '--retention-ended', '2024-03-31', '--approved-by', 'head-2'] as const;

describe('gongkai person forget', () => {
  let place: Workplace;
  beforeEach(async () => {
    place = new Workplace();
    await setScene(place.data);
  });
  afterEach(() => place.clear());

  const forget = (words: readonly string[], env: Readonly<Record<string, string>> = environment): Promise<Run> =>
    gongkai(['person', 'forget', ...words, '--data', place.data], { env });
  const person = (ref: string) =>
    withPeople(place.data, async (_office, people) => people.get(ref, somebody('handler')).person);

  it('records in every case and destroys the key; again it says so; nothing personal is printed', async () => {
    const run = await forget(['p-1', ...DECISION, '--on', '2024-04-01', '--actor', 'operator-7']);
    expect(run).toMatchObject({ code: 0, stderr: '' });
    expect(run.stdout).toBe('p-1：个人信息已于 2024-04-01 销毁，任何地方都无法再读出\n记录于案件 f-1、f-2、f-3\n');
    expect(await person('p-1')).toEqual({ erased: true, on: '2024-04-01' });
    const shown = await gongkai(['case', 'show', CASES[0], '--data', place.data]);
    expect(shown.stdout).toMatch(/p-1（.+；个人信息已删除）/);
    expect(await person('third-1')).toMatchObject({ name: '李某第三方' });
    const again = await forget(['p-1', ...DECISION, '--on', '2024-04-01', '--json']);
    expect(documentOf(again)).toMatchObject({ fate: 'erased', cases: CASES, repeated: true });
    const verified = await gongkai(['vault', 'verify', '--data', place.data, '--json'], { env: environment });
    expect(documentOf(verified)).toMatchObject({ persons: 1, erased: 1, intact: true });
  });

  it.each([
    ['approved by the one who erases', ['p-1', ...DECISION, '--actor', 'head-2'], 1, 'four-eyes'],
    ['of somebody unknown', ['p-9', ...DECISION], 1, 'not-found'],
    ['without the end of retention', ['p-1', ...DECISION.slice(0, 2), ...DECISION.slice(4)], 1, 'invalid-input'],
    ['without a reason', ['p-1', ...DECISION.slice(2)], 2, '--reason'],
    ['for a reason that is none', ['p-1', '--reason', 'boredom', ...DECISION.slice(2)], 2, '--reason'],
    ['without an approver', ['p-1', ...DECISION.slice(0, 4)], 2, '--approved-by'],
  ])('%s is refused, and the person stays', async (_name, words, code, says) => {
    const refused = await forget(words);
    expect({ code: refused.code, stderr: refused.stderr }).toMatchObject({
      code,
      stderr: expect.stringContaining(says) as unknown,
    });
    expect(await person('p-1')).toMatchObject({ name: '张某某测试' });
  });

  it('given no key, a lost key, no vault, or the service at work, says which', async () => {
    expect((await forget(['p-1', ...DECISION], {})).stderr).toContain('vault-not-configured');
    const other = { GONGKAI_MASTER_KEY: environment.GONGKAI_MASTER_KEY.replace('2024-a', '2025-b') };
    expect((await forget(['p-1', ...DECISION], other)).stderr).toContain('vault-key-missing');
    const nowhere = join(place.directory, 'nowhere');
    const missing = await gongkai(['person', 'forget', 'p-1', ...DECISION, '--data', nowhere], { env: environment });
    expect(missing).toMatchObject({ code: 3, stderr: expect.stringContaining('vault-file-missing') as unknown });
    expect(existsSync(nowhere)).toBe(false);
    const beside = await withPeople(place.data, () => forget(['p-1', ...DECISION]));
    expect(beside).toMatchObject({ code: 3, stderr: expect.stringContaining('请经 HTTP 接口办理') as unknown });
    expect(await person('p-1')).toMatchObject({ name: '张某某测试' });
  });
});
