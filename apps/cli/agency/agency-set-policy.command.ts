import { REPORT_FORMS, type PolicyChanges } from '#agency';
import type { JsonObject } from '#kernel';
import { Option, SubCommand } from 'nest-commander';
import { choiceOption, integerOption } from '../shell/parse.js';
import { AgencyRecorder, type AgencyRecorderOptions } from './agency-recorder.js';

const YES_NO = ['yes', 'no'] as const;
const RECEIPTS = ['confirmation', 'submission'] as const;
const FORMS = ['prescribed', ...REPORT_FORMS] as const;

interface SetPolicyOptions extends AgencyRecorderOptions, PolicyChanges {}

/** `gongkai agency set-policy`: the choices that the law leaves open, from a day on. */
@SubCommand({
  name: 'set-policy',
  arguments: '<机关编号>',
  description: '设定办理规则（自 --on 之日起；未写的不变）',
})
export class AgencySetPolicyCommand extends AgencyRecorder<SetPolicyOptions> {
  protected override readonly records = 'set-policy';
  protected override readonly done = '已设定办理规则';

  protected override bodyOf({ reviewRequired, internetReceipt, feeDecimals, form }: SetPolicyOptions): JsonObject {
    return {
      policy: {
        ...(reviewRequired !== undefined && { reviewRequired }),
        ...(internetReceipt !== undefined && { internetReceipt }),
        ...(feeDecimals !== undefined && { feeDecimals }),
        ...(form !== undefined && { form }),
      },
    };
  }

  @Option({ flags: '--review-required <yes|no>', name: 'reviewRequired', description: '决定发出前须经他人审核' })
  parseReviewRequired(value: string): boolean {
    return choiceOption('--review-required', value, YES_NO) === 'yes';
  }

  @Option({
    flags: '--internet-receipt <方式>',
    name: 'internetReceipt',
    description: '网络、传真、电子邮件申请的收到日：confirmation（双方确认之日）或 submission（提交之日）',
  })
  parseInternetReceipt(value: string): (typeof RECEIPTS)[number] {
    return choiceOption('--internet-receipt', value, RECEIPTS);
  }

  @Option({
    flags: '--fee-decimals <位数>',
    name: 'feeDecimals',
    description: '收费金额（万元）打印的小数位数，0 至 4',
  })
  parseFeeDecimals(value: string): number {
    return integerOption('--fee-decimals', value, 0, 4);
  }

  @Option({ flags: '--form <格式>', name: 'form', description: '年度报告格式：prescribed（按年度规定）、2019、2021' })
  parseForm(value: string): (typeof FORMS)[number] {
    return choiceOption('--form', value, FORMS);
  }
}
