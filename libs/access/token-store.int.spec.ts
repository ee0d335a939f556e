import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Instant } from '#kernel';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { TokenStore } from './token-store.js';
import type { TokenRequest } from './token.js';

const NOW: Instant = '2024-03-01T08:00:00.000Z';
const LATER: Instant = '2024-09-01T00:00:00.000Z';
const HANDLER: TokenRequest = { staffId: 'zhang', role: 'handler', agencies: ['a-1', 'a-2'], expiresAt: LATER };
const REFUSAL = { kind: 'unauthenticated', code: 'unauthenticated', message: '未提供有效的访问令牌', facts: {} };

describe('the store of bearer tokens', () => {
  let directory: string;
  let file: string;
  let store: TokenStore;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'gongkai-access-'));
    file = join(directory, 'access.db');
    store = new TokenStore(file);
  });
  afterEach(() => {
    store.close();
    rmSync(directory, { recursive: true });
  });

  it('given a token, then its holder is known, with role and agencies', async () => {
    const { token, record } = store.create(HANDLER, NOW);
    expect(token).toMatch(/^gk_[A-Za-z0-9_-]{43}$/);
    expect(await store.authenticate(token, NOW)).toEqual({
      staffId: 'zhang',
      role: 'handler',
      agencies: ['a-1', 'a-2'],
    });
    expect(store.list()).toEqual([record]);
  });

  it('given a token for all agencies, then `*` comes back', async () => {
    const { token } = store.create({ ...HANDLER, role: 'operator', agencies: '*' }, NOW);
    expect((await store.authenticate(token, NOW)).agencies).toBe('*');
  });

  it('given a hundred tokens, then no two are alike', () => {
    const tokens = Array.from({ length: 100 }, () => store.create(HANDLER, NOW).token);
    expect(new Set(tokens).size).toBe(100);
  });

  it('when the files are read, then no token stands in them', () => {
    const { token } = store.create(HANDLER, NOW);
    for (const name of [file, `${file}-wal`]) expect(readFileSync(name).includes(token.slice(3))).toBe(false);
  });

  it('answers every bad credential in the same way', async () => {
    const expired = store.create({ ...HANDLER, expiresAt: '2024-03-02T00:00:00.000Z' }, NOW).token;
    const revoked = store.create(HANDLER, NOW);
    store.revoke(revoked.record.id, NOW);
    const unknown = `gk_${'A'.repeat(43)}`;
    for (const bad of [undefined, '', 'gk_', 'x', unknown, `${unknown}\n`, revoked.token, expired]) {
      await expect(store.authenticate(bad, '2024-03-02T00:00:00.000Z')).rejects.toMatchObject(REFUSAL);
    }
    expect((await store.authenticate(expired, '2024-03-01T23:59:59.999Z')).staffId).toBe('zhang');
  });

  it('when another process makes and revokes a token, then an open store sees it at once', async () => {
    const other = new TokenStore(file);
    const { token, record } = other.create(HANDLER, NOW);
    expect((await store.authenticate(token, NOW)).staffId).toBe('zhang');
    other.revoke(record.id, NOW);
    await expect(store.authenticate(token, NOW)).rejects.toMatchObject(REFUSAL);
    other.close();
  });

  it('when a token is revoked twice, then the first moment stays', () => {
    const { record } = store.create(HANDLER, NOW);
    expect(store.revoke(record.id, NOW).revokedAt).toBe(NOW);
    expect(store.revoke(record.id, LATER).revokedAt).toBe(NOW);
  });

  it('refuses to revoke what does not exist', () => {
    expect(() => store.revoke('nobody', NOW)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it.each([
    [{ ...HANDLER, staffId: '张三' }, 'invalid-input', 'token.staffId'],
    [{ ...HANDLER, staffId: 'a:b' }, 'invalid-input', 'token.staffId'],
    [{ ...HANDLER, role: 'king' as 'head' }, 'invalid-input', 'token.role'],
    [{ ...HANDLER, agencies: [] }, 'invalid-input', 'token.agencies'],
    [{ ...HANDLER, agencies: ['a b'] }, 'invalid-input', 'token.agencies[0]'],
    [{ ...HANDLER, expiresAt: '2024-03-01' as Instant }, 'invalid-input', 'token.expiresAt'],
    [{ ...HANDLER, expiresAt: NOW }, 'token-expired', 'token.expiresAt'],
  ] as const)('refuses to make %j: %s at %s', (request, code, path) => {
    expect(() => store.create(request as TokenRequest, NOW)).toThrow(
      expect.objectContaining({ code, facts: { fields: [expect.objectContaining({ path })] } }),
    );
    expect(store.list()).toEqual([]);
  });

  it('refuses a file that is no database, and a database of somebody else', () => {
    const text = join(directory, 'text.db');
    writeFileSync(text, 'not a database, though long enough to be taken for one at first sight'.repeat(100));
    expect(() => new TokenStore(text)).toThrow(expect.objectContaining({ code: 'access-unavailable' }));
    const foreign = join(directory, 'foreign.db');
    const database = new DatabaseSync(foreign);
    database.exec('CREATE TABLE theirs (x)');
    database.close();
    expect(() => new TokenStore(foreign)).toThrow(expect.objectContaining({ code: 'access-foreign' }));
  });

  it('given a role in the file that nobody knows, then it refuses to serve', async () => {
    const { token } = store.create(HANDLER, NOW);
    const database = new DatabaseSync(file);
    database.exec(`UPDATE tokens SET role = 'king'`);
    database.close();
    await expect(store.authenticate(token, NOW)).rejects.toMatchObject({ kind: 'corrupt' });
  });
});
