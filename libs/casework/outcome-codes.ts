/** Outcomes that a reply to the applicant brings about (DR section 10, in its order). */
export const REPLY_OUTCOME_CODES = [
  'granted_provided',
  'granted_already_public',
  'partially_granted',
  'refused_state_secret',
  'refused_prohibited_by_law',
  'refused_security_stability',
  'refused_third_party_rights',
  'refused_internal_affairs',
  'refused_process_information',
  'refused_enforcement_file',
  'refused_administrative_query',
  'unavailable_not_exist',
  'unavailable_not_this_agency',
  'unavailable_needs_creation',
  'unavailable_still_unclear',
  'not_processed_petition',
  'not_processed_duplicate',
  'not_processed_publication',
  'not_processed_excessive',
  'not_processed_reconfirm',
  'other_not_information_request',
  'other_party_or_other_regime',
] as const;
export type ReplyOutcomeCode = (typeof REPLY_OUTCOME_CODES)[number];

/** Outcomes that a step of its own brings about, without a decision on the application. */
export const STEP_OUTCOME_CODES = [
  'other_correction_lapsed',
  'other_fee_unpaid',
  'other_withdrawn',
  'other_merged',
  'other_terminated',
] as const;
export type StepOutcomeCode = (typeof STEP_OUTCOME_CODES)[number];

/** All 27 codes of the decision table (DR section 10). A code never changes its meaning once it stands in a log. */
export const OUTCOME_CODES = [...REPLY_OUTCOME_CODES, ...STEP_OUTCOME_CODES] as const;
export type OutcomeCode = (typeof OUTCOME_CODES)[number];
