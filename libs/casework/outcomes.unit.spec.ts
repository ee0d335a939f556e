import { describe, expect, it } from '@jest/globals';
import { OUTCOME_CODES, OUTCOMES, REPLY_OUTCOME_CODES, STEP_OUTCOME_CODES } from './outcomes.js';
import { RESULT_ROW_LABELS_2021 } from './outcome-row-labels.js';
import { RESULT_ROWS_2021 } from './outcome-rows.js';

describe('the decision table', () => {
  it('has the 27 codes, each once', () => {
    expect(OUTCOME_CODES).toHaveLength(27);
    expect(new Set(OUTCOME_CODES).size).toBe(27);
    expect(Object.keys(OUTCOMES).sort()).toEqual([...OUTCOME_CODES].sort());
  });

  it('fills every row of the 2021 form', () => {
    const rows = new Set(OUTCOME_CODES.map((code) => OUTCOMES[code].rows['2021']));
    expect([...rows].sort()).toEqual([...RESULT_ROWS_2021].sort());
  });

  it.each(OUTCOME_CODES)('%s: the row of the 2019 form is the same, but for the one row of （六）', (code) => {
    const { rows } = OUTCOMES[code];
    expect(rows['2019']).toBe(rows['2021'].startsWith('other.') ? 'other.all' : rows['2021']);
  });

  it.each([
    ['granted_', 'granted', 2],
    ['partially_granted', 'partial', 1],
    ['refused_', 'refused.', 8],
    ['unavailable_', 'unable.', 4],
    ['not_processed_', 'notProcessed.', 5],
    ['other_', 'other.', 7],
  ])('codes %s stand in rows %s', (prefix, row, count) => {
    const codes = OUTCOME_CODES.filter((code) => code.startsWith(prefix));
    expect(codes).toHaveLength(count);
    for (const code of codes) expect(OUTCOMES[code].rows['2021'].startsWith(row)).toBe(true);
  });

  it('puts both a missing document and one of another agency in （四）1', () => {
    expect(OUTCOMES.unavailable_not_exist.label).toBe('1.本机关不掌握相关政府信息');
    expect(OUTCOMES.unavailable_not_this_agency.rows).toEqual(OUTCOMES.unavailable_not_exist.rows);
  });

  it('prints labels as the form does, with curly quotes', () => {
    expect(OUTCOMES.refused_security_stability.label).toBe('3.危及“三安全一稳定”');
    expect(new Set(Object.values(RESULT_ROW_LABELS_2021)).size).toBe(RESULT_ROWS_2021.length);
  });

  it('demands reconsideration first for refusals under Arts. 14 to 16 only (Q17)', () => {
    const first = OUTCOME_CODES.filter((code) => OUTCOMES[code].remedy === 'reconsideration-first');
    expect(first).toEqual([
      'partially_granted',
      'refused_state_secret',
      'refused_prohibited_by_law',
      'refused_security_stability',
      'refused_third_party_rights',
      'refused_internal_affairs',
      'refused_process_information',
      'refused_enforcement_file',
    ]);
    expect(OUTCOMES.refused_administrative_query.remedy).toBe('low');
  });

  it('tells replies from endings without a decision', () => {
    expect(REPLY_OUTCOME_CODES.every((code) => OUTCOMES[code].reachedBy === 'reply')).toBe(true);
    expect(STEP_OUTCOME_CODES.map((code) => OUTCOMES[code].reachedBy)).toEqual([
      'record-correction-lapse',
      'record-fee-lapse',
      'withdraw-application',
      'merge-application',
      'terminate-application',
    ]);
  });
});
