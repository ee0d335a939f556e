import { z } from 'zod';
import { idSchema, lineSchema, personReferenceSchema } from '#kernel';

/** Most characters of a 登记号. */
export const LONGEST_CASE_NUMBER = 64;

/** The number of a case, for life. */
export const caseIdSchema = idSchema('案件编号');
/** The id of an agency. */
export const agencyIdSchema = idSchema('机关编号');
/** The id of a member of staff, as in the token. */
export const staffIdSchema = idSchema('人员编号');
/** An opaque reference to something kept elsewhere, or to a part of the case. No personal data. */
export const referenceSchema = idSchema('代号');

/** An opaque reference to a person: applicant or third party. Never a name or an identity number. */
export const personSchema = personReferenceSchema('代号');

/** 登记号, as the agency numbers its applications. */
export const caseNumberSchema = lineSchema('登记号', LONGEST_CASE_NUMBER);

/** 文号 of an official document: not personal, but free text, hence short and one line. */
export const documentNumberSchema = lineSchema('文号', 100);

/** SHA-256 of a file kept elsewhere, 64 hexadecimal digits. */
export const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/, '应为 64 位小写十六进制 SHA-256');

/** A document in the file of the case: what it is, its number, the hash of its bytes. The text itself stays outside the log. */
export const documentSchema = z.strictObject({
  number: documentNumberSchema.optional(),
  sha256: sha256Schema.optional(),
});

/** A document as people read it: its number, the hash of its bytes, or both. */
export function documentText({ number, sha256 }: z.output<typeof documentSchema>): string {
  const hash = sha256 === undefined ? [] : [`SHA-256 ${sha256}`];
  return [...(number === undefined ? [] : [number]), ...hash].join('，') || '（文号未记）';
}

/** An article as cited, such as `第三十六条第（二）项`. */
export const articleSchema = lineSchema('条款', 100);
