import { idSchema, personReferenceSchema } from '#kernel';
import { z } from 'zod';

/** The opaque id of a person: applicant or third party. Stands in clear in the log, so it must say nothing about the person. */
export const personRefSchema = personReferenceSchema('个人代号');

/** The number of a case, as in the log. Stored in clear. */
export const textCaseIdSchema = idSchema('案件编号');

/** What a text is, such as `requested-information`: a name that the program gives, stored in clear. */
export const textNameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9-]{0,63}$/, '文字名称应为 1 至 64 个小写字母、数字或 -，以字母开头');

/** Staff id of who approves. */
export const approverSchema = idSchema('人员编号');
