import { z } from 'zod';

/**
 * 申请人情况: the six columns of table 3, in the order of the form (DR 2.3). Fixed at registration (DR 3.8);
 * joint applicants are one application, in the column of the first named.
 */
export const APPLICANT_KINDS = [
  'natural-person',
  'commercial-enterprise',
  'research-institution',
  'public-interest-organisation',
  'legal-service-agency',
  'other',
] as const;
export type ApplicantKind = (typeof APPLICANT_KINDS)[number];

/** Column heads of the form, verbatim. */
export const APPLICANT_KIND_LABELS: Readonly<Record<ApplicantKind, string>> = {
  'natural-person': '自然人',
  'commercial-enterprise': '商业企业',
  'research-institution': '科研机构',
  'public-interest-organisation': '社会公益组织',
  'legal-service-agency': '法律服务机构',
  other: '其他',
};

/** Accepts one of the six kinds. */
export const applicantKindSchema = z.enum(APPLICANT_KINDS, {
  error: '应为六类申请人之一：' + APPLICANT_KINDS.join('、'),
});
