import { z } from 'zod';

/** Letters, digits, `.`, `_`, `-`; at most 64. */
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/;

/** The shape of a resident identity number (GB 11643). It is a valid id, and would stand in the log for ever. */
const IDENTITY_NUMBER = /^\d{15}(\d{2}[\dXx])?$/;

/** An id that people may read in a URL; stored in clear, so it holds no personal data. `what` names it in Chinese. */
export function idSchema(what: string) {
  return z.string().regex(ID, `${what}应为 1 至 64 个字母、数字或 . _ -，以字母或数字开头`);
}

/** An opaque id of a person, applicant or third party. Never a name or an identity number. */
export function personReferenceSchema(what: string) {
  return idSchema(what).refine(
    (reference) => !IDENTITY_NUMBER.test(reference),
    `${what}不得是身份证号：代号写入日志，不能删除；请另编代号`,
  );
}
