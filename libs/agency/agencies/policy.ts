import { z } from 'zod';
import { DEFAULT_POLICY, type CaseworkPolicy } from '#casework';
import { prescribedForm, REPORT_FORMS, type ReportForm } from '../report-form.js';

/** Choices that the law leaves to an agency, each by name and from a date on (DR section 9). */
export interface AgencyPolicy extends CaseworkPolicy {
  /** Decimals with which fees are printed in 万元, 0 to 4 (Q20). The amount on record stays exact. */
  readonly feeDecimals: number;
  /** The form of the annual report: `prescribed` for the year, or always the one named. */
  readonly form: 'prescribed' | ReportForm;
}

/** The rule of the text where it speaks, the safer choice where it does not; four decimals as in 保留4位小数. */
export const DEFAULT_AGENCY_POLICY: AgencyPolicy = { ...DEFAULT_POLICY, feeDecimals: 4, form: 'prescribed' };

/** Some of the choices; the others stay as they are. */
export const policyChangesSchema = z.strictObject({
  reviewRequired: z.boolean().exactOptional().describe('决定发出前须经他人审核'),
  internetReceipt: z
    .enum(['confirmation', 'submission'])
    .exactOptional()
    .describe('网络、传真、电子邮件申请的收到日：双方确认之日，或提交之日'),
  feeDecimals: z.int().min(0).max(4).exactOptional().describe('收费金额（万元）打印的小数位数'),
  form: z
    .enum(['prescribed', ...REPORT_FORMS])
    .exactOptional()
    .describe('年度报告格式：prescribed=按年度规定'),
});
export type PolicyChanges = z.output<typeof policyChangesSchema>;

/** The form of the report on `year`. */
export function formFor(policy: AgencyPolicy, year: number): ReportForm {
  return policy.form === 'prescribed' ? prescribedForm(year) : policy.form;
}
