import { OUTCOME_CODES, OUTCOMES, type Precondition } from '#casework';

/** How each precondition is met in a command, for whoever writes one. */
const HOW: Readonly<Record<Precondition, string>> = {
  'withheld-grounds': 'at least one refused ground in `otherGrounds`',
  'correction-attempt': 'a correction was requested and received (`request-correction`, `record-correction`)',
  'rejected-reasons': 'reasons were asked for and rejected (`request-reasons`, `conclude-reasons` with `rejected`)',
  'third-party-consultation': 'a third party was consulted, every consultation is over, and not all agreed',
  'earlier-answer': '`facts.earlierCaseId` of an answered case of the same applicant, or `facts.earlierReply`',
  classification: '`facts.classification`',
  'law-names': '`facts.lawNames`',
  'adverse-effect-evidence': 'evidence of kind `adverse-effect`',
  'search-record': 'evidence of kind `search-record`',
  'responsible-agency': '`facts.responsibleAgency`',
  'reasons-document': 'evidence of kind `reasons`',
  review: 'a review by another person, whatever the policy',
};

/** docs/outcomes.md: the decision table, made from the catalogue. */
export function outcomeTable(): string {
  const rows = OUTCOME_CODES.map((code) => {
    const { name, label, rows: row, articles, remedy, reachedBy, needs } = OUTCOMES[code];
    const how = needs.map((need) => HOW[need]).join('; ');
    return `| \`${code}\` | ${name} | ${label} | \`${row['2021']}\` | ${articles.join('、')} | ${remedy} | ${reachedBy} | ${how} |`;
  });
  return [
    '# Outcomes (处理决定类型)',
    'Generated from `libs/casework/outcomes.ts` by `npm run docs`; do not edit. Every closed case has exactly one outcome and counts in exactly one row of ' +
      'table 3; in the 2019 form all `other.*` rows are one, `other.all`. “reply” outcomes go into `propose-decision`; the others follow from the step named.',
    [
      '| code | 名称 | row of the form | row id | articles | remedy | reached by | needs |',
      '| --- | --- | --- | --- | --- | --- | --- | --- |',
      ...rows,
    ].join('\n'),
    '',
  ].join('\n\n');
}
