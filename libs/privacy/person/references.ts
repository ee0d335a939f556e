import { z } from 'zod';

const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

const id = (what: string) => z.string().regex(ID, `${what}应为 1 至 64 个字母、数字或 . _ -，以字母或数字开头`);

/** The shape of a resident identity number (GB 11643), which must never serve as a reference: references stand in the log. */
const IDENTITY_NUMBER = /^\d{15}(\d{2}[\dXx])?$/;

/** The opaque id of a person: applicant or third party. Stands in clear in the log, so it must say nothing about the person. */
export const personRefSchema = id('个人代号').refine((ref) => !IDENTITY_NUMBER.test(ref), '个人代号不得是身份证号');

/** The number of a case, as in the log. Stored in clear. */
export const textCaseIdSchema = id('案件编号');

/** What a text is, such as `requested-information`: a name that the program gives, stored in clear. */
export const textNameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,63}$/, '文字名称应为 1 至 64 个小写字母、数字或 -，以字母开头');

/** Staff id of who approves. */
export const approverSchema = id('人员编号');
