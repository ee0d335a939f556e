import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { newMasterKeyLine, openVault, parseMasterKeys, type Vault } from '#privacy';
import { documentOf, gongkai, Workplace, type Run } from './cli.testkit.js';

const OLD = newMasterKeyLine('2025-a');
const NEW = newMasterKeyLine('2026-a');
const PERSON = { kind: 'applicant', name: '张某某测试' } as const;

describe('gongkai vault', () => {
  let place: Workplace;
  let keys: string;
  let directory: string;
  beforeEach(() => {
    place = new Workplace();
    directory = join(place.data, 'vault');
    keys = place.file('master.keys', [OLD]);
    chmodSync(keys, 0o600);
    const vault = open(OLD);
    vault.put('p-1', PERSON);
    vault.put('p-2', { ...PERSON, name: '李某第三方' });
    vault.erase({ personRef: 'p-2', on: '2024-06-28', reason: 'retention-ended', approvedBy: 'mayor' });
    vault.close();
  });
  afterEach(() => place.clear());

  const open = (...lines: readonly string[]): Vault =>
    openVault({ directory, masterKeys: parseMasterKeys(lines.join('\n')), mode: 'writer', warn: () => undefined });
  const configure = (...lines: readonly string[]) => writeFileSync(keys, lines.map((line) => `${line}\n`).join(''));
  const run = (word: string, ...more: readonly string[]): Promise<Run> =>
    gongkai(['vault', word, '--data', place.data, ...more], { env: { GONGKAI_MASTER_KEY_FILE: keys } });
  const files = () => ['keys.db', 'vault.db'].map((name) => readFileSync(join(directory, name)));

  it('rotate-key: the new key on the first line; afterwards the old one opens nothing and is needed for nothing', async () => {
    configure(NEW, OLD);
    const rotated = await run('rotate-key');
    expect(rotated).toMatchObject({ code: 0, stderr: '' });
    expect(rotated.stdout).toContain('已更换 2 个密钥的主密钥；现在只用主密钥 2026-a');
    expect((await run('rotate-key')).stdout).toContain('没有需要更换的密钥；现在只用主密钥 2026-a');
    expect(documentOf(await run('rotate-key', '--json'))).toEqual({ rewrapped: 0, masterKeys: ['2026-a'] });

    configure(NEW);
    const verified = await run('verify');
    expect(verified.code).toBe(0);
    expect(verified.stdout).toContain('核验一致：1 人、1 条密文，已销毁 1 人');
    expect(verified.stdout).toContain('所需主密钥：2026-a');
    expect(verified.stdout).not.toContain('张某某测试');
    const vault = open(NEW);
    expect([vault.get('p-1'), vault.get('p-2')]).toEqual([PERSON, { erased: true, on: '2024-06-28' }]);
    vault.close();

    configure(OLD);
    const lost = await run('verify');
    expect(lost.code).toBe(3);
    expect(lost.stderr).toContain('vault-key-missing');
    expect(lost.stderr).toContain('2026-a');
  });

  it('rotate-key: goes on where persons are already under the new key, as after a restart without a rotation', async () => {
    const mixed = open(NEW, OLD);
    mixed.put('p-3', { ...PERSON, name: '王某' });
    mixed.close();
    configure(NEW, OLD);
    expect(documentOf(await run('verify', '--json'))).toMatchObject({ intact: true, masterKeys: ['2025-a', '2026-a'] });
    expect(documentOf(await run('rotate-key', '--json'))).toEqual({ rewrapped: 2, masterKeys: ['2026-a'] });
  });

  it('rotate-key: waits for no service, it says to stop it; verify looks on', async () => {
    configure(NEW, OLD);
    const before = files();
    const service = open(OLD);
    const refused = await run('rotate-key');
    expect(refused.code).toBe(3);
    expect(refused.stderr).toContain('vault-locked');
    expect(refused.stderr).toContain('请停止服务后再执行');
    expect((await run('verify')).code).toBe(0);
    service.close();
    expect(files()).toEqual(before);
  });

  it.each([
    ['a lost key', 'vault-key-missing', () => configure(NEW)],
    ['another key under the same id', 'vault-key-wrong', () => configure(NEW, newMasterKeyLine('2025-a'))],
    ['a line that is none', 'vault-master-keys-malformed', () => configure(NEW, 'secret')],
    ['an empty file', 'vault-master-keys-malformed', () => configure()],
    ['a vault that lost a file', 'vault-file-missing', () => rmSync(join(directory, 'vault.db'))],
  ])('given %s, both say so with a code, and nothing is written', async (_given, code, prepare) => {
    prepare();
    const before = readFileSync(join(directory, 'keys.db'));
    for (const word of ['rotate-key', 'verify']) {
      const refused = await run(word);
      expect(refused.code).toBe(3);
      expect(refused.stderr).toContain(code);
      expect(refused.stderr).not.toContain(OLD.split(' ')[1]!);
    }
    expect(readFileSync(join(directory, 'keys.db'))).toEqual(before);
  });

  it('given no key at all, or no vault, says which', async () => {
    const without = await gongkai(['vault', 'verify', '--data', place.data]);
    expect(without.code).toBe(3);
    expect(without.stderr).toContain('vault-not-configured');
    const elsewhere = await gongkai(['vault', 'rotate-key', '--data', join(place.directory, 'nowhere')], {
      env: { GONGKAI_MASTER_KEY_FILE: keys },
    });
    expect(elsewhere.code).toBe(3);
    expect(elsewhere.stderr).toContain('vault-file-missing');
  });

  it('verify: names the person whose record was changed, exit code 1', async () => {
    const database = new DatabaseSync(join(directory, 'vault.db'));
    database.exec('UPDATE records SET sealed = randomblob(80)');
    database.close();
    const damaged = await run('verify');
    expect(damaged.code).toBe(1);
    expect(damaged.stdout).toContain('发现 1 处损坏');
    expect(damaged.stdout).toContain('p-1：');
  });

  it('new-key: prints a line that a key file takes, another one every time', async () => {
    const [one, other] = await Promise.all([run('new-key', '2027-a'), run('new-key', '2027-a')]);
    expect(parseMasterKeys(one.stdout).current).toBe('2027-a');
    expect(one.stdout).not.toBe(other.stdout);
    expect((await run('new-key', '张三')).code).toBe(2);
  });
});
