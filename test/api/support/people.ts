import { createHash } from 'node:crypto';
import type { ApiClient } from './api-client.js';
import { receive, step } from './seed-cases.js';
import { AGENCY } from './test-server.js';

/** A master key that is the same in every run; looks random. The bytes follow from `seed`. */
export const masterKey = (id: string, seed = id): Readonly<Record<'GONGKAI_MASTER_KEY', string>> => ({
  GONGKAI_MASTER_KEY: `${id} ${createHash('sha256').update(seed).digest('hex')}`,
});

/** No real person: the identity number has a region code that does not exist. */
export const ZHANG = {
  kind: 'applicant',
  name: '张某某测试',
  identityNumber: '99010119900307123x',
  contact: '13900001111 zhang@example.invalid',
  address: '某省某市某区测试路一号',
  notes: '申请人听力不便，请以书面联系',
} as const;

/** Every personal string of hers. */
export const ZHANG_STRINGS = Object.entries(ZHANG).flatMap(([name, value]) => (name === 'kind' ? [] : [value]));

/** A case of this applicant that ended on 10 June 2024. */
export async function endedCase(handler: ApiClient, caseId: string, applicantRef: string): Promise<void> {
  await receive(handler, caseId, { applicantRef });
  await step(handler, caseId, 'withdraw-application', { on: '2024-06-10', written: true, identityChecked: true });
}

/** The decision to erase, taken by the head, approved by somebody else. */
export const ERASURE = { on: '2024-06-28', retentionEndedOn: '2024-06-20', approvedBy: 'mayor' } as const;

/** Zhang as the agency records her. */
export const RECORD = { agency: AGENCY, ...ZHANG };
