import { describe, expect, it } from '@jest/globals';
import { DatabaseSync } from 'node:sqlite';
import { RECORDS_FILE } from './files/schema.js';
import { RecordStore, type StoredRecord } from './record-store.js';
import { testKey } from './testkit/people.testkit.js';

describe('a ciphertext', () => {
  const key = testKey('data');
  const database = new DatabaseSync(':memory:');
  database.exec(RECORDS_FILE.tables);
  const store = new RecordStore(database, 'vault-1');
  const place = { person: 'p-1', caseId: 'c-1', name: 'request' };
  store.put(key, place, Buffer.from('某某材料'));
  const stored = store.find(place)!;

  it('opens where it was written', () => {
    expect(store.open(key, stored).toString()).toBe('某某材料');
    expect(store.list('p-1')).toEqual([{ ...place, version: 1 }]);
  });

  it.each<Partial<StoredRecord>>([{ person: 'p-2' }, { caseId: 'c-2' }, { name: 'reasons' }, { version: 2 }])(
    'does not open, even with the same key, as %j',
    (other) => {
      expect(() => store.open(key, { ...stored, ...other })).toThrow(
        expect.objectContaining({ code: 'vault-corrupt' }),
      );
    },
  );

  it('does not open in another vault', () => {
    const other = new RecordStore(database, 'vault-2');
    expect(() => other.open(key, stored)).toThrow(expect.objectContaining({ code: 'vault-corrupt' }));
  });
});
