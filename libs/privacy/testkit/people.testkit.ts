import { createHash } from 'node:crypto';
import type { Erasure, MasterKeys, PersonalData } from '../index.js';

/** A key that is the same in every run; looks random. */
export function testKey(name: string): Buffer {
  return createHash('sha256').update(name).digest();
}

/** Master keys; the first id is the current one. The bytes follow from the ids. */
export function keysNamed(...ids: [string, ...string[]]): MasterKeys {
  return { current: ids[0], byId: new Map(ids.map((id) => [id, testKey(id)])) };
}

/** The master key of most tests. */
export const testKeys = keysNamed('2024-a');

/** A person with every field. No real person: the identity number has a region code that does not exist. */
export const zhang: PersonalData = {
  kind: 'applicant',
  name: '张某某测试',
  identityNumber: '99010119900307123x',
  contact: '13900001111 zhang@example.invalid',
  address: '某省某市某区测试路 1 号',
  representative: '王某（委托代理人）',
  notes: '申请人听力不便，\n请以书面联系',
};

/** A person with as little as may be. */
export const li: PersonalData = { kind: 'third-party', name: '李某第三方' };

/** Person number `n`. */
export function person(n: number): PersonalData {
  return { kind: 'applicant', name: `申请人甲${n}号`, identityNumber: `99010119900307${String(n).padStart(4, '0')}` };
}

/** A decision to erase. */
export function erasureOf(personRef: string): Erasure {
  return { personRef, on: '2034-03-01', reason: 'retention-ended', approvedBy: 'head-1' };
}

/** Every personal string in a record, whole and in part. */
export function stringsOf(data: PersonalData): readonly string[] {
  const { kind: _, ...fields } = data;
  return Object.values(fields).flatMap((value) => [
    value,
    ...value.split(/[\s（）]+/).filter((part) => part.length > 3),
  ]);
}
