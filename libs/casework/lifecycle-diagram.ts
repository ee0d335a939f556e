import { CASE_STATUSES, STATUS_LABELS, type CaseStatus } from './case.js';
import { isAllowed } from './lifecycle.js';
import { caseSteps, type StepName } from './steps.js';

/**
 * Where a step can lead; empty for a step that runs beside the status. The table of the life cycle says where a step may start;
 * a property test holds this one to what the steps really do.
 */
export const LEADS_TO: Readonly<Record<StepName, readonly CaseStatus[]>> = {
  'receive-application': ['awaiting-confirmation', 'in-progress'],
  'confirm-receipt': ['in-progress'],
  'request-correction': ['awaiting-correction'],
  'record-correction': ['in-progress'],
  'record-correction-lapse': ['closed'],
  'request-reasons': [],
  'conclude-reasons': [],
  'consult-third-party': [],
  'consult-agency': [],
  'record-consultation-delivery': [],
  'conclude-consultation': [],
  'extend-deadline': [],
  'issue-fee-notice': ['awaiting-payment'],
  'record-fee-notice-delivery': [],
  'record-payment': ['in-progress'],
  'record-fee-lapse': ['closed'],
  'propose-decision': ['decision-proposed', 'decision-approved'],
  'review-decision': ['decision-approved', 'in-progress'],
  'dispatch-reply': ['closed'],
  'record-delivery': [],
  'record-publication': [],
  'withdraw-application': ['closed'],
  'merge-application': ['closed'],
  'terminate-application': ['closed'],
  'record-past-result': ['closed'],
  'carry-forward': [],
  'file-reconsideration': [],
  'conclude-reconsideration': [],
  'file-litigation': [],
  'conclude-litigation': [],
  'dispatch-remedial-reply': [],
  'rectify-entry': [],
  'erase-personal-data': [],
};

/** The life cycle as Mermaid text, made from the tables: arrows for what changes the status, notes for what runs beside it. */
export function lifecycleDiagram(): string {
  return [
    'stateDiagram-v2',
    ...CASE_STATUSES.slice(1).map((status) => `  state "${STATUS_LABELS[status]}" as ${idOf(status)}`),
    ...arrows(),
    `  ${idOf('closed')} --> [*]`,
    ...CASE_STATUSES.flatMap(note),
    '',
  ].join('\n');
}

function arrows(): string[] {
  return CASE_STATUSES.flatMap((from) =>
    CASE_STATUSES.flatMap((to) => {
      const labels = labelsOf(from, (step) => LEADS_TO[step].includes(to));
      return labels.length === 0 ? [] : [`  ${idOf(from)} --> ${idOf(to)}: ${labels.join('、')}`];
    }),
  );
}

function note(status: CaseStatus): string[] {
  const labels = labelsOf(status, (step) => LEADS_TO[step].length === 0);
  const lines = labels.flatMap((_label, at) => (at % 4 === 0 ? [labels.slice(at, at + 4).join('、')] : []));
  if (lines.length === 0) return [];
  return [`  note right of ${idOf(status)}`, '    另可：', ...lines.map((line) => `    ${line}`), '  end note'];
}

function labelsOf(status: CaseStatus, matches: (step: StepName) => boolean): string[] {
  return caseSteps.filter(({ name }) => isAllowed(name, status) && matches(name)).map(({ label }) => label);
}

function idOf(status: CaseStatus): string {
  return status === 'unregistered' ? '[*]' : status.replaceAll('-', '_');
}
