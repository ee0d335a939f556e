import { z } from 'zod';
import { defineEvent, localDateSchema, RuleBroken } from '#kernel';
import { notBefore } from '../rules.js';
import { asBody, defineStep } from '../step.js';
import { tellRecord } from '../telling/fact.js';
import { yuan } from './yuan.js';

const ARTICLE = '国办函〔2020〕109号';

const body = z.strictObject({
  on: localDateSchema.describe('申请人完成缴费之日'),
  amountFen: z.int('金额应为整数（分）').min(0, '金额不能为负').describe('实缴金额，单位：分'),
});

/** 缴费: in full; a partial payment is no payment. A full reply period begins anew from it (DR 1.8, C10). */
export const recordPayment = defineStep({
  name: 'record-payment',
  label: '记录缴费',
  article: ARTICLE,
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event: defineEvent({ type: 'case.fee-paid', version: 1, label: '申请人缴费', source: ARTICLE, schema: body }),
  decide: asBody,
  check({ fee }, data) {
    if (fee === null) return;
    notBefore(data.on, fee.noticeOn, '收费通知发出之日');
    notBefore(data.on, fee.deliveredOn, '收到收费通知之日');
    if (data.amountFen !== fee.amountFen) {
      throw new RuleBroken(
        'payment-not-exact',
        'body.amountFen',
        `应缴 ${yuan(fee.amountFen)}，实缴 ${yuan(data.amountFen)}，须足额缴纳`,
        { noticedFen: fee.amountFen, paidFen: data.amountFen, article: ARTICLE },
      );
    }
  },
  evolve(state, data) {
    return { ...state, status: 'in-progress', fee: state.fee && { ...state.fee, paidOn: data.on } };
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '缴费之日' },
      amountFen: { label: '实缴金额', show: yuan },
    });
  },
});
