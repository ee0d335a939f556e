import type { ReplyOutcomeCode } from '#casework';
import type { JsonObject } from '#kernel';

/** Bodies of `propose-decision` without its date: what the outcome's preconditions ask for (libs/casework/deciding). */
export function proposal(outcome: ReplyOutcomeCode, file: string): JsonObject {
  const evidence = (kind: string, what: string): JsonObject => ({ kind, document: { number: `${what}${file}` } });
  const search = evidence('search-record', '检索记录');
  switch (outcome) {
    case 'granted_already_public':
      return { outcome, evidence: [evidence('publication-proof', '公开页面存证')] };
    case 'partially_granted':
      return {
        outcome,
        otherGrounds: ['refused_internal_affairs'],
        evidence: [evidence('reasons', '区分处理说明')],
      };
    case 'refused_state_secret':
      return {
        outcome,
        evidence: [evidence('classification-marks', '定密标志'), evidence('secrecy-review', '保密审查意见')],
        facts: { classification: { level: 'confidential', until: '2031-12-31' } },
      };
    case 'refused_security_stability':
      return { outcome, evidence: [evidence('adverse-effect', '风险评估意见')] };
    case 'unavailable_not_exist':
      return { outcome, evidence: [search] };
    case 'unavailable_not_this_agency':
      return {
        outcome,
        evidence: [search],
        facts: { responsibleAgency: { known: true, name: '淮安市自然资源和规划局' } },
      };
    default:
      return { outcome, evidence: [evidence('reasons', '处理意见')] };
  }
}

/** Partial disclosure where what was withheld belongs to a third party who was asked. */
export function partlyForThirdParty(file: string): JsonObject {
  return {
    outcome: 'partially_granted',
    otherGrounds: ['refused_third_party_rights'],
    evidence: [{ kind: 'third-party-opinion', document: { number: `第三方意见${file}` } }],
  };
}
