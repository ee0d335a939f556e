import { z } from 'zod';
import { defineEvent, localDateSchema, Refused, RuleBroken } from '#kernel';
import { endCase, type Case } from '../case.js';
import { caseIdSchema } from '../fields.js';
import { notBefore } from '../rules.js';
import { asBody, defineStep } from '../step.js';
import { tellRecord } from '../telling/fact.js';

const body = z.strictObject({
  on: localDateSchema.describe('决定并案之日'),
  intoCaseId: caseIdSchema.describe('并入的在办申请件：同一申请人、相同内容、先行提出'),
});

/** 并案: a repetition while the first application is still open goes into it; never 重复申请, which needs an earlier answer (Q16). */
export const mergeApplication = defineStep({
  name: 'merge-application',
  label: '并入在办申请',
  article: '第三十六条第（六）项（尚未答复的，不构成重复申请）',
  roles: ['handler', 'head'],
  commutes: false,
  body,
  event: defineEvent({
    type: 'case.application-merged',
    version: 1,
    label: '并入在办申请',
    source: '第三十六条第（六）项（尚未答复的，不构成重复申请）',
    schema: body,
  }),
  relatedCaseId: (input) => input.intoCaseId,
  decide(state, input, { related }) {
    if (input.intoCaseId !== state.caseId) assertFit(state, input.intoCaseId, related);
    return asBody(state, input);
  },
  check({ caseId, receivedOn }, data) {
    if (data.intoCaseId === caseId) throw unfit('申请件不能并入自身');
    notBefore(data.on, receivedOn, '收到申请之日');
  },
  evolve(state, data) {
    return endCase(state, { on: data.on, outcome: 'other_merged' });
  },
  tell(data) {
    return tellRecord(data, {
      on: { label: '决定并案之日' },
      intoCaseId: { label: '并入的申请件' },
    });
  },
});

function assertFit(state: Case, id: string, into: Case | null): void {
  if (into === null || into.caseId !== id || into.agency !== state.agency) throw unfit(`本机关没有申请件 ${id}`);
  if (into.applicantRef !== state.applicantRef) throw unfit('并入的申请件不是同一申请人提出的');
  if (into.arrivedOn > state.arrivedOn) throw unfit('应将后提出的申请并入先提出的申请');
  if (into.ending !== null) {
    throw new Refused('merge-target-closed', `申请件 ${id} 已办结，不能并入；已有答复的，可按重复申请处理`, {
      hint: 'propose-decision',
    });
  }
}

function unfit(message: string): RuleBroken {
  return new RuleBroken('merge-target-unfit', 'body.intoCaseId', message);
}
