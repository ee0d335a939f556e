import type { LocalDate } from '#kernel';
import { describe, expect, it } from '@jest/globals';
import { calendarOf } from './calendars.js';

describe('golden dates', () => {
  it.each<[LocalDate, number, LocalDate, string, string[]]>([
    ['2011-06-01', 15, '2011-06-23', 'Guiding Case 26', ['CN-2011-1']],
    ['2026-02-10', 20, '2026-03-16', 'across the Spring Festival', ['CN-2026-1']],
    ['2026-02-14', 7, '2026-03-03', 'from a worked Saturday', ['CN-2026-1']],
    ['2026-02-14', 20, '2026-03-20', 'from a worked Saturday', ['CN-2026-1']],
    ['2025-12-31', 7, '2026-01-12', 'the worked Sunday 2026-01-04 counts', ['CN-2026-1']],
    ['2025-12-04', 20, '2026-01-04', 'ends on a worked Sunday', ['CN-2025-1', 'CN-2026-1']],
    ['2026-09-18', 20, '2026-10-22', 'across Mid-Autumn and National Day', ['CN-2026-1']],
  ])('%s + %i working days = %s (%s)', (start, n, end, _, calendarVersions) => {
    expect(calendarOf('CN').addWorkingDays(start, n)).toEqual({ date: end, provisional: false, calendarVersions });
  });
});
