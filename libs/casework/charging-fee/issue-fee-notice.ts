import { z } from 'zod';
import { defineEvent, localDateSchema, Refused, RuleBroken } from '#kernel';
import { documentSchema, documentText } from '../fields.js';
import { notBefore } from '../rules.js';
import { defineStep } from '../step.js';
import { coded, tellRecord } from '../telling/fact.js';
import { FEE_METHOD_LABELS } from './fee-notice.js';
import { feeFen, MAX_FEE_UNITS } from './fee-schedule.js';
import { yuan } from './yuan.js';

const ARTICLE = '第四十二条；国办函〔2020〕109号';
const UNITS = `应为不超过 ${MAX_FEE_UNITS} 的非负整数`;
const units = z.int(UNITS).min(0, UNITS).max(MAX_FEE_UNITS, UNITS);
const amount = z.int('金额应为整数（分）').min(0, '金额不能为负').describe('信息处理费，单位：分');

const common = {
  on: localDateSchema.describe('收费通知发出之日'),
  document: documentSchema.optional(),
};
const perPiece = {
  ...common,
  method: z.literal('per-piece'),
  pieces: units.describe('本件按“一事一申请”拆分的件数'),
  priorPiecesThisMonth: units.describe('同一申请人本自然月此前已计的件数'),
};
const perPage = {
  ...common,
  method: z.literal('per-page'),
  pages: units.describe('提供的页数'),
};

const METHOD = { error: '应为 per-piece（按件计收）或 per-page（按量计收）' };
const body = z.discriminatedUnion('method', [z.strictObject(perPiece), z.strictObject(perPage)], METHOD);
const payload = z.discriminatedUnion(
  'method',
  [z.strictObject({ ...perPiece, amountFen: amount }), z.strictObject({ ...perPage, amountFen: amount })],
  METHOD,
);

/**
 * 收费通知: 信息处理费 by piece or by page, never both, once per case (Art. 42; DR 1.8). Suspends the clock until payment (Q21).
 * It belongs inside the reply period; a late one is a breach in the reading of the clock, not a refusal.
 */
export const issueFeeNotice = defineStep({
  name: 'issue-fee-notice',
  label: '发出收费通知',
  article: ARTICLE,
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.fee-notice-issued',
    version: 1,
    label: '发出收费通知',
    source: ARTICLE,
    schema: payload,
  }),
  isPossible: ({ fee }) => fee === null,
  decide(_state, input) {
    return { ...input, amountFen: amountOf(input) };
  },
  check(state, data) {
    if (state.fee !== null) throw new Refused('fee-already-noticed', '本件已发出过收费通知', { article: ARTICLE });
    notBefore(data.on, state.receivedOn, '收到申请之日');
    notBefore(data.on, state.correction?.correctedOn ?? null, '收到补正申请之日');
    const amountFen = amountOf(data);
    if (amountFen === 0) {
      const path = data.method === 'per-piece' ? 'body.pieces' : 'body.pages';
      throw new RuleBroken('nothing-to-charge', path, '未超出免费数量，不收取信息处理费', { article: ARTICLE });
    }
    if (data.amountFen !== amountFen) {
      throw new RuleBroken('fee-amount-wrong', 'body.amountFen', `按收费标准应为 ${yuan(amountFen)}`, { amountFen });
    }
  },
  evolve(state, data) {
    const fee = {
      method: data.method,
      quantity: data.method === 'per-piece' ? data.pieces : data.pages,
      amountFen: data.amountFen,
      noticeOn: data.on,
      deliveredOn: null,
      paidOn: null,
    };
    return { ...state, status: 'awaiting-payment', fee };
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '收费通知发出之日' },
      method: coded('计费方式', FEE_METHOD_LABELS),
      pieces: { label: '计费件数' },
      priorPiecesThisMonth: { label: '同一申请人本自然月此前已计的件数' },
      pages: { label: '计费页数' },
      amountFen: { label: '信息处理费', show: yuan },
      document: { label: '收费通知', show: documentText },
    });
  },
});

function amountOf(input: z.output<typeof body>): number {
  return input.method === 'per-piece'
    ? feeFen('per-piece', input.pieces, input.priorPiecesThisMonth)
    : feeFen('per-page', input.pages);
}
