import type { Json, LocalDate } from '#kernel';
import type { StepName } from '#casework';
import type { RegisterField } from '../mapping/fields.js';
import { STILL_OPEN, type Mapping } from '../mapping/mapping.js';
import type { RegisterFacts } from '../rows/register-row.js';

/** A step that a row amounts to. `field` is the cell to look at when the step is refused. */
export interface PlannedStep {
  readonly step: StepName;
  readonly body: { readonly [name: string]: Json } & { readonly on: LocalDate };
  readonly field: RegisterField;
}

/** Something that a row must say, or the office declare, before a step can be recorded. */
export interface Gap {
  readonly field: RegisterField;
  /** Chinese. */
  readonly reason: string;
}

/** What a row amounts to after the registration, or what it leaves open. */
export type StepPlan = { readonly steps: readonly PlannedStep[] } | { readonly gaps: readonly Gap[] };

/**
 * The steps after the registration, in the order of their dates; steps of one day in the order in which a case meets them.
 * A fact that a step needs and neither the row nor the mapping gives is a gap; it is never made up.
 */
export function planSteps(facts: RegisterFacts, mapping: Mapping): StepPlan {
  const plan = new Plan();
  correction(plan, facts, mapping);
  extension(plan, facts, mapping);
  fee(plan, facts);
  result(plan, facts, mapping);
  remedies(plan, facts);
  if (plan.gaps.length > 0) return { gaps: plan.gaps };
  return { steps: plan.steps.toSorted((a, b) => (a.body.on < b.body.on ? -1 : Number(a.body.on > b.body.on))) };
}

class Plan {
  readonly steps: PlannedStep[] = [];
  readonly gaps: Gap[] = [];

  add(step: StepName, field: RegisterField, body: PlannedStep['body']): void {
    this.steps.push({ step, body, field });
  }

  lacks(field: RegisterField, reason: string): void {
    this.gaps.push({ field, reason });
  }
}

function correction(plan: Plan, facts: RegisterFacts, { declared }: Mapping): void {
  const { correctionRequestedOn: on, correctBy, correctedOn } = facts;
  if (on === undefined) {
    if (correctedOn !== undefined) plan.lacks('correctionRequestedOn', '记有收到补正日期而无告知补正日期');
    if (correctBy !== undefined) plan.lacks('correctionRequestedOn', '记有补正期限而无告知补正日期');
    return;
  }
  const items = declared.correctionItems;
  if (correctBy === undefined) plan.lacks('correctBy', '记有告知补正日期而无补正期限');
  if (items === undefined)
    plan.lacks('correctionRequestedOn', '补正事项未知，须在对照文件 declared.correctionItems 中声明');
  if (correctBy === undefined || items === undefined) return;
  plan.add('request-correction', 'correctionRequestedOn', { on, items, correctBy });
  if (correctedOn !== undefined) {
    if (correctedOn > correctBy) plan.lacks('correctedOn', '收到补正晚于补正期限，是否有正当理由未知');
    plan.add('record-correction', 'correctedOn', { on: correctedOn });
  }
}

function extension(plan: Plan, facts: RegisterFacts, { declared }: Mapping): void {
  const { extendedOn: on, extensionDays } = facts;
  if (on === undefined) {
    if (extensionDays !== undefined) plan.lacks('extendedOn', '记有延长工作日数而无告知延期日期');
    return;
  }
  const workingDays = extensionDays ?? declared.extensionDays;
  const approvedBy = declared.extensionApprovedBy;
  if (workingDays === undefined) plan.lacks('extensionDays', '延长的工作日数未知');
  if (approvedBy === undefined) {
    plan.lacks('extendedOn', '延期的批准人未知，须在对照文件 declared.extensionApprovedBy 中声明');
  }
  if (workingDays === undefined || approvedBy === undefined) return;
  plan.add('extend-deadline', 'extendedOn', { on, workingDays, approvedBy });
}

function fee(plan: Plan, { feeNoticeOn: on, feePages: pages, feePaidOn, feePaidYuan }: RegisterFacts): void {
  if (on === undefined) {
    if ((pages ?? feePaidOn ?? feePaidYuan) !== undefined) plan.lacks('feeNoticeOn', '记有收费而无收费通知日期');
    return;
  }
  if (pages === undefined) plan.lacks('feePages', '计费页数未知');
  else plan.add('issue-fee-notice', 'feeNoticeOn', { on, method: 'per-page', pages });
  if (feePaidOn === undefined && feePaidYuan === undefined) return;
  if (feePaidOn === undefined) return plan.lacks('feePaidOn', '记有实缴金额而无缴费日期');
  if (feePaidYuan === undefined) return plan.lacks('feePaidYuan', '记有缴费日期而无实缴金额');
  plan.add('record-payment', 'feePaidOn', { on: feePaidOn, amountFen: feePaidYuan * FEN_PER_YUAN });
}

const FEN_PER_YUAN = 100;

function result(plan: Plan, facts: RegisterFacts, { blankResultMeansOpen }: Mapping): void {
  const { outcome, endedOn: on, replyNumber } = facts;
  if (outcome === STILL_OPEN || (outcome === undefined && on === undefined)) {
    if (on !== undefined) plan.lacks('outcome', '处理结果为尚未办结，却记有办结日期');
    if (replyNumber !== undefined) plan.lacks('outcome', '记有答复文号而无处理结果和办结日期');
    if (outcome === undefined && on === undefined && !blankResultMeansOpen) {
      plan.lacks(
        'outcome',
        '处理结果和办结日期空白，是否办结未知；如空白即未办结，请在对照文件中写明 blankResultMeansOpen',
      );
    }
    return;
  }
  if (outcome === undefined) return plan.lacks('outcome', '记有办结日期而无处理结果');
  if (on === undefined) return plan.lacks('endedOn', '记有处理结果而无办结日期');
  const document = replyNumber === undefined ? {} : { document: { number: replyNumber } };
  plan.add('record-past-result', 'endedOn', { on, outcome, ...document });
}

function remedies(plan: Plan, facts: RegisterFacts): void {
  const review = { filedOn: facts.reconsiderationFiledOn, concludedOn: facts.reconsiderationConcludedOn };
  if (complete(plan, 'reconsideration', review, facts.reconsiderationResult)) {
    plan.add('file-reconsideration', 'reconsiderationFiledOn', { on: review.filedOn!, remedyId: REVIEW });
    conclude(plan, 'reconsideration', review.concludedOn, facts.reconsiderationResult);
  }
  const suit = { filedOn: facts.litigationFiledOn, concludedOn: facts.litigationConcludedOn };
  const route = facts.litigationRoute;
  if (suit.filedOn === undefined && route !== undefined) plan.lacks('litigationFiledOn', '记有起诉方式而无受理日期');
  if (!complete(plan, 'litigation', suit, facts.litigationResult)) return;
  if (route === undefined) return plan.lacks('litigationRoute', '未经复议直接起诉还是复议后起诉未知');
  const after = route === 'direct' ? {} : { afterReconsideration: review.filedOn === undefined ? true : REVIEW };
  plan.add('file-litigation', 'litigationFiledOn', { on: suit.filedOn!, remedyId: SUIT, ...after });
  conclude(plan, 'litigation', suit.concludedOn, facts.litigationResult);
}

/** Names of the one reconsideration and the one suit that a row holds; they only need to differ within the case. */
const REVIEW = 'reconsideration-1';
const SUIT = 'litigation-1';

type Matter = 'reconsideration' | 'litigation';

/** Whether there is a matter whose facts are whole; what is half known is a gap. */
function complete(
  plan: Plan,
  matter: Matter,
  { filedOn, concludedOn }: { readonly filedOn: LocalDate | undefined; readonly concludedOn: LocalDate | undefined },
  outcome: string | undefined,
): boolean {
  if (filedOn === undefined) {
    if (concludedOn !== undefined || outcome !== undefined) plan.lacks(`${matter}FiledOn`, '记有结果而无受理日期');
    return false;
  }
  if (concludedOn === undefined && outcome !== undefined) plan.lacks(`${matter}ConcludedOn`, '记有结果而无审结日期');
  if (concludedOn !== undefined && outcome === undefined) plan.lacks(`${matter}Result`, '记有审结日期而无结果');
  return true;
}

function conclude(plan: Plan, matter: Matter, on: LocalDate | undefined, outcome: string | undefined): void {
  if (on === undefined || outcome === undefined) return;
  const remedyId = matter === 'litigation' ? SUIT : REVIEW;
  plan.add(`conclude-${matter}`, `${matter}ConcludedOn`, { on, remedyId, result: outcome });
}
