import { z } from 'zod';
import { identityNumberSchema } from './identity-number.js';
import { plainLineSchema, proseSchema } from './plain-text.js';

/**
 * What is known about a person; leaves the vault only to who may read it. A field that is not given is absent.
 * Nothing here is needed for a clock or a figure (DR section 7).
 */
export const personalDataSchema = z.strictObject({
  /** In which role the person was first recorded. Third parties (Art. 32) are persons too. */
  kind: z.enum(['applicant', 'third-party'], { error: '应为 applicant（申请人）或 third-party（第三方）' }),
  name: plainLineSchema('姓名或名称', 200),
  identityNumber: identityNumberSchema.exactOptional(),
  /** Telephone, e-mail. */
  contact: plainLineSchema('联系方式', 200).exactOptional(),
  address: plainLineSchema('地址', 500).exactOptional(),
  /** 法定代表人, 代理人: name and contact. */
  representative: plainLineSchema('代表人或代理人', 200).exactOptional(),
  notes: proseSchema('备注', 4000).exactOptional(),
});
export type PersonalData = z.output<typeof personalDataSchema>;

/** A text that belongs to a person within a case: what the application asks for, reasons in prose. */
export const personalTextSchema = proseSchema('文字内容', 100_000);
