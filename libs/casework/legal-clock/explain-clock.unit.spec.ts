import { describe, expect, it } from '@jest/globals';
import { calendarOf } from '#calendar';
import { issueFeeNotice } from '../charging-fee/issue-fee-notice.js';
import { concludeConsultation } from '../consulting/conclude-consultation.js';
import { consultThirdParty } from '../consulting/consult-third-party.js';
import { recordConsultationDelivery } from '../consulting/record-consultation-delivery.js';
import { proposeDecision } from '../deciding/propose-decision.js';
import { dispatchReply } from '../dispatching-reply/dispatch-reply.js';
import { explainClockInChinese, readClock } from '../legal-clock.js';
import { confirmReceipt } from '../receiving-application/confirm-receipt.js';
import { DEFAULT_POLICY } from '../step.js';
import { caseAfter, did, received, type Deed } from '../testkit/case-specification.js';

const explain = (...deeds: Deed[]) => explainClockInChinese(readClock(caseAfter(...deeds), calendarOf('CN')));

describe('the clock in plain Chinese', () => {
  it('tells a finished case from receipt to reply', () => {
    expect(
      explain(
        received('2024-03-01'),
        did(consultThirdParty, { on: '2024-03-07', partyRef: 'party-1', consultationId: 'a' }),
        did(recordConsultationDelivery, { on: '2024-03-08', consultationId: 'a' }),
        did(concludeConsultation, { on: '2024-03-14', consultationId: 'a', result: 'agrees' }),
        did(
          proposeDecision,
          { on: '2024-03-20', outcome: 'granted_provided' },
          { policy: { ...DEFAULT_POLICY, reviewRequired: false } },
        ),
        did(dispatchReply, { on: '2024-04-10', mode: 'post', document: { number: '信复〔2024〕1号' } }),
      ),
    ).toEqual([
      '时钟状态：已停止',
      '自 2024-03-01（收到申请之日，第三十一条）的次日起算，当日不计',
      '法定答复期限：20 个工作日（第三十三条第二款）',
      '征求意见所需时间：5 个工作日（第三十三条第三款）',
      '答复期限届满日：2024-04-08',
      '所依据的工作日历：CN-2024-1',
      '2024-03-08 至 2024-03-14：征求意见，不计入（a）',
      '2024-04-04 至 2024-04-06：清明节放假（国办发明电〔2023〕7号），不计入',
      '2024-04-07：调休上班（国办发明电〔2023〕7号），计入',
      '答复于 2024-04-10 发出，逾期（应不迟于 2024-04-08）',
      '告知补正的期限：2024-03-12（第三十条）',
      '第三方答复意见的期限（a）：2024-03-29，已于 2024-03-14 完成（第三十二条）',
      '违规提示：答复应不迟于 2024-04-08 发出，实际于 2024-04-10 发出（第三十三条）',
    ]);
  });

  it('marks what rests on no published calendar', () => {
    expect(explain(received('2026-12-30'))).toEqual(
      expect.arrayContaining([
        '答复期限届满日：2027-01-27（暂定：所跨年份的工作日历尚未公布）',
        '告知补正的期限：2027-01-08（暂定：所跨年份的工作日历尚未公布）（第三十条）',
      ]),
    );
  });

  it('tells what is waited for', () => {
    expect(explain(received('2024-03-01', { channel: 'internet' }))).toEqual([
      '时钟状态：尚未起算',
      '尚未与申请人确认收到申请，答复期限未起算（第三十一条）',
      '自提交之日起算的答复期限（风险提示）：2024-03-29（第三十一条第（三）项；指导案例26号）',
    ]);
    expect(
      explain(received('2024-03-01'), did(issueFeeNotice, { on: '2024-03-11', method: 'per-page', pages: 250 })),
    ).toEqual([
      '时钟状态：等待缴费',
      '原答复期限届满日（补正或收费通知之前）：2024-03-29',
      '告知补正的期限：2024-03-12（第三十条）',
      '缴费的期限：送达日期未知，尚未起算（国办函〔2020〕109号）',
    ]);
    expect(
      explain(received('2024-03-01'), did(consultThirdParty, { on: '2024-03-07', partyRef: 'party-1' })),
    ).toContain('征求意见所需时间：正在征求意见，送达日期未知，结束之日待定（第三十三条第三款）');
    expect(
      explain(
        received('2024-03-01', { channel: 'internet' }),
        did(confirmReceipt, { on: '2024-03-04' }),
        did(consultThirdParty, { on: '2024-03-07', partyRef: 'party-1' }),
      ),
    ).toContain('自提交之日起算的答复期限（风险提示）：正在征求意见，届满日待定（第三十一条第（三）项；指导案例26号）');
  });
});
