import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { TokenStore } from '#access';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { ApiClient, type Answer } from './support/api-client.js';
import { ChildServer } from './support/child-server.js';
import { endedCase, ERASURE, masterKey, RECORD, ZHANG, ZHANG_STRINGS } from './support/people.js';
import { AGENCY } from './support/test-server.js';

/** How a text could stand in a file. */
const spellings = (text: string): readonly Buffer[] => [
  Buffer.from(text, 'utf8'),
  Buffer.from(text, 'utf16le'),
  Buffer.from(encodeURIComponent(text), 'utf8'),
  Buffer.from([...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''), 'utf8'),
  Buffer.from(Buffer.from(text, 'utf8').toString('base64').replace(/.{4}$/, '')),
  Buffer.from(Buffer.from(text, 'utf8').toString('hex')),
];

describe('personal data in the files of a server', () => {
  let dataDir: string;
  let child: ChildServer;
  let handler: ApiClient;
  let head: ApiClient;
  beforeEach(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'gongkai-secrecy-'));
    child = new ChildServer(dataDir, { GONGKAI_LOG_LEVEL: 'trace', ...masterKey('2024-a') });
    const url = await child.url();
    const tokens = new TokenStore(join(dataDir, 'access.db'));
    const [handlerToken, headToken, operatorToken] = (['handler', 'head', 'operator'] as const).map((role) => {
      const person = { staffId: role, role, agencies: '*', expiresAt: '2099-01-01T00:00:00.000Z' } as const;
      return tokens.create(person, '2024-01-01T00:00:00.000Z').token;
    });
    tokens.close();
    handler = new ApiClient(url, handlerToken);
    head = new ApiClient(url, headToken);
    const operator = new ApiClient(url, operatorToken);
    const founding = { agency: AGENCY, on: '2020-01-01', name: '宋庄镇人民政府', level: 'town', parentId: null };
    expect((await operator.post('/agencies', founding)).status).toBe(201);
    operator.close();
  });
  afterEach(async () => {
    handler.close();
    head.close();
    child.signal('SIGKILL');
    await child.ended;
    rmSync(dataDir, { recursive: true });
  });

  const files = () =>
    readdirSync(dataDir, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  const written = () => [
    ...files().map((file) => readFileSync(file)),
    Buffer.from([...child.log, ...child.said].join('\n')),
  ];
  const standing = (texts: readonly string[]) =>
    texts.filter((text) => spellings(text).some((bytes) => written().some((file) => file.includes(bytes))));
  const backUp = (file: string, copy: string): void => {
    const database = new DatabaseSync(join(dataDir, file), { readOnly: true });
    database.prepare('VACUUM INTO ?').run(join(dataDir, copy));
    database.close();
  };
  const put = (ref: string, body: unknown): Promise<Answer> =>
    handler.send('PUT', `/applicants/${ref}`, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });

  it('none stands in clear, whatever was sent: recorded, refused, mistyped, erased, while running and after', async () => {
    expect((await put('p-1', RECORD)).status).toBe(200);
    expect((await put('p-1', { ...RECORD, notes: `${ZHANG.notes}，另有材料` })).status).toBe(200);
    expect((await put('p-2', RECORD)).status).toBe(409);
    expect((await put('p-3', { ...RECORD, [ZHANG.name]: ZHANG.address })).status).toBe(422);
    expect((await put(encodeURIComponent(ZHANG.name), RECORD)).status).toBe(422);
    expect((await put('p-4', `${JSON.stringify(RECORD)}}`)).status).toBe(422);
    expect((await handler.get(`/applicants/p-1?name=${encodeURIComponent(ZHANG.name)}`)).status).toBe(200);
    expect((await handler.get(`/worklist?applicant=${encodeURIComponent(ZHANG.name)}`)).status).toBe(422);
    await endedCase(handler, 'c-1', 'p-1');

    // The search finds what is there: references stand in clear.
    expect(standing(['p-1', 'c-1'])).toEqual(['p-1', 'c-1']);
    expect(standing(ZHANG_STRINGS)).toEqual([]);
    expect((await head.post('/cases/c-1/erase-personal-data', ERASURE)).status).toBe(200);
    expect((await handler.get('/applicants/p-1')).json).toMatchObject({ person: { erased: true } });
    expect(standing(ZHANG_STRINGS)).toEqual([]);

    child.signal('SIGTERM');
    expect(await child.ended).toBe(0);
    expect(standing(ZHANG_STRINGS)).toEqual([]);
    expect(child.log.join('\n')).toContain('"route":"/applicants/:ref"');
  });

  it('nor of a person who is forgotten: in refusals, exports, backups made before, while running and after', async () => {
    const forget = (changes: object = {}) =>
      head.post('/applicants/p-1/forget', { ...ERASURE, reason: 'retention-ended', ...changes });
    expect((await put('p-1', RECORD)).status).toBe(200);
    for (const caseId of ['c-1', 'c-2']) await endedCase(handler, caseId, 'p-1');
    backUp('log.db', 'backup-log.db');
    backUp('vault/vault.db', 'backup-vault.db');
    expect((await forget({ approvedBy: ZHANG.name })).status).toBe(422);
    expect((await forget({ reason: ZHANG.notes })).status).toBe(422);
    expect((await forget({ [ZHANG.name]: ZHANG.address })).status).toBe(422);
    expect((await forget({ retentionEndedOn: '2024-06-01' })).status).toBe(422);
    expect(standing(ZHANG_STRINGS)).toEqual([]);

    const forgotten = await forget();
    expect(forgotten).toMatchObject({ status: 200, json: { fate: 'erased', cases: ['c-1', 'c-2'] } });
    expect((await handler.get('/applicants/p-1')).json).toMatchObject({ person: { erased: true, on: ERASURE.on } });
    for (const asked of ['/cases/c-1', '/cases/c-1/history', '/cases/c-1/evidence', '/worklist']) {
      const { status, text } = await handler.get(asked);
      expect({ asked, status }).toEqual({ asked, status: 200 });
      writeFileSync(join(dataDir, `${encodeURIComponent(asked)}.json`), text);
    }
    expect(standing(['p-1', 'case.personal-data-erased'])).toEqual(['p-1', 'case.personal-data-erased']);
    expect(standing(ZHANG_STRINGS)).toEqual([]);

    child.signal('SIGTERM');
    expect(await child.ended).toBe(0);
    expect(standing(ZHANG_STRINGS)).toEqual([]);
    expect(child.log.join('\n')).toContain('"route":"/applicants/:ref/forget"');
  });
});
