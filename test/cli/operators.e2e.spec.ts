import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentOf, gongkai, Workplace } from './cli.testkit.js';
import { found } from './lines.testkit.js';

describe('what operators record from the command line', () => {
  const place = new Workplace();
  const run = (...words: string[]) => gongkai([...words, '--data', place.data]);
  beforeAll(async () => {
    await run('play', place.file('a.jsonl', [found]));
  });
  afterAll(() => place.clear());

  it('an agency: founded, renamed, moved, its policy set, dissolved', async () => {
    const id = 'bureau';
    const on = ['--on', '2024-01-02'];
    const done = async (...words: string[]) =>
      expect(await run('agency', ...words)).toMatchObject({ code: 0, stderr: '' });
    await done('found', id, '--name', '示例局', '--level', 'county-dept', '--parent', 'town', ...on);
    await done('rename', id, '--name', '示例管理局', '--on', '2024-02-01');
    await done('move', id, '--parent', 'none', '--on', '2024-03-01');
    await done(
      'set-policy',
      id,
      '--review-required',
      'no',
      '--internet-receipt',
      'submission',
      '--fee-decimals',
      '2',
      ...on,
    );
    await done('dissolve', id, '--successor', 'town', '--on', '2024-12-01', '--actor', 'zheng-shi');
    expect(documentOf(await run('agency', 'show', id, '--json'))).toMatchObject({
      agency: id,
      name: '示例管理局',
      parent: null,
      dissolvedOn: '2024-12-01',
      policy: { reviewRequired: false, internetReceipt: 'submission', feeDecimals: 2, form: 'prescribed' },
      revision: 4,
    });
    expect((await run('agency', 'list')).stdout).toMatch(
      /bureau\s+示例管理局\s+county-dept\s+—\s+2024-01-02\s+2024-12-01/,
    );
  });

  it('a token: made, listed without its secret, revoked', async () => {
    const made = await run(
      'token',
      'create',
      '--staff',
      'zhang-san',
      '--role',
      'handler',
      '--agencies',
      'town,bureau',
      '--days',
      '30',
      '--json',
    );
    const { token, id, agencies } = documentOf(made) as { token: string; id: string; agencies: string[] };
    expect(token).toMatch(/^gk_/);
    expect(agencies).toEqual(['town', 'bureau']);
    const listed = await run('token', 'list');
    expect(listed.stdout).toMatch(new RegExp(`${id}\\s+zhang-san\\s+handler\\s+town、bureau\\s+\\S+\\s+有效`));
    expect(listed.stdout).not.toContain(token);
    expect(await run('token', 'revoke', id)).toMatchObject({ code: 0 });
    expect((await run('token', 'list')).stdout).toContain('已吊销');
  });

  it('a token for an agency that is not there: refused with those there are, unless it is to be founded', async () => {
    const create = (...words: readonly string[]) =>
      run('token', 'create', '--staff', 'li-si', '--role', 'handler', ...words, '--json');
    const refused = await create('--agencies', 'town,twon');
    expect(refused.code).toBe(1);
    expect(documentOf(refused)).toMatchObject({
      error: {
        code: 'agency-unknown',
        agencies: ['twon'],
        known: expect.arrayContaining(['town', 'bureau']) as unknown,
      },
    });
    expect(JSON.stringify(documentOf(refused))).toContain('bureau（示例管理局）');
    expect((await run('token', 'list')).stdout).not.toContain('li-si');
    expect(documentOf(await create('--agencies', 'twon', '--before-founding'))).toMatchObject({ agencies: ['twon'] });
    const first = ['token', 'create', '--staff', 'li-si', '--role', 'handler', '--agencies', 'twon', '--json'];
    const made = await gongkai([...first, '--data', `${place.data}-new`]);
    expect(documentOf(made)).toMatchObject({ agencies: ['twon'] });
  });

  it('a token for every agency, with its secret shown once', async () => {
    const { stdout } = await run('token', 'create', '--staff', 'admin', '--role', 'operator', '--agencies', '*');
    expect(stdout).toMatch(/令牌：gk_\S{43}\n/);
    expect(stdout).toContain('机关 全部');
  });
});
