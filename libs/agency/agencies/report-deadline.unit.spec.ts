import { describe, expect, test } from '@jest/globals';
import { AGENCY_LEVELS } from './level.js';
import { reportDeadline } from './report-deadline.js';

describe('the deadline of the annual report (Art. 49)', () => {
  test.each([
    ['town', '2026-01-31'],
    ['county-dept', '2026-01-31'],
    ['city-dept', '2026-01-31'],
    ['ministry', '2026-01-31'],
    ['county', '2026-03-31'],
    ['district', '2026-03-31'],
    ['city-office', '2026-03-31'],
    ['province', '2026-03-31'],
  ] as const)('given a body of level %s, the report on 2025 is due on %s', (level, deadline) => {
    expect(reportDeadline(level, 2025)).toBe(deadline);
  });

  test('given any level, the deadline lies in the year after the one reported on', () => {
    for (const level of AGENCY_LEVELS) expect(reportDeadline(level, 2007)).toMatch(/^2008-(01|03)-31$/);
  });
});
