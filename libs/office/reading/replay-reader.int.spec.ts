import { describe, expect, it } from '@jest/globals';
import type { Instant } from '#kernel';
import { SHIPPED_CALENDAR_YEARS } from '#calendar';
import { readHistory } from '#casework';
import { caseStream } from '../streams.js';
import { somebody } from '../testkit/busy-office.js';
import { amended, publish } from '../testkit/calendars.js';
import { Town } from '../testkit/town.js';

const auditor = somebody('auditor');
const NOW: Instant = '2035-06-01T00:00:00.000Z';

describe('replaying a case in the office', () => {
  it('given a calendar recorded later, the clock is that of the time: as shown then, as known now', async () => {
    await using town = await Town.open();
    const { office } = town;
    await town.receive('c-1', '2023-11-01');
    const before = (await office.replays.replay('c-1', {}, auditor, NOW)).reading;
    const version = SHIPPED_CALENDAR_YEARS.filter(({ jurisdiction, year }) => jurisdiction === 'CN' && year === 2023);
    const holiday = amended({ year: 2023, version: version.length + 1, published: '2023-11-02', off: ['2023-11-15'] });
    await publish(office, holiday, '2035-03-01T00:00:00.000Z');

    const due = async (point: object) => (await office.replays.replay('c-1', point, auditor, NOW)).reading?.clock.due;
    expect(before?.clock.due).toBe('2023-11-29');
    expect(await due({})).toBe('2023-11-30');
    expect(await due({ knownAt: '2035-02-28T23:59:59.999Z' })).toBe('2023-11-29');
    expect(await due({ knownAt: '2035-03-01T00:00:00.000Z' })).toBe('2023-11-30');
    const query = [{ knownAt: '2035-02-28T23:59:59.999Z' }, { knownAt: NOW }] as const;
    const told = await office.replays.difference('c-1', { from: query[0], to: query[1] }, auditor, NOW);
    expect(told.differences).toEqual([
      { path: 'clock.due', label: '答复期限届满日', before: '2023-11-29', after: '2023-11-30' },
    ]);
    expect(told.explanation).toEqual(['答复期限届满日：2023-11-29 → 2023-11-30']);
  });

  it('reads what the core reads from the raw stream', async () => {
    await using town = await Town.open();
    const { office } = town;
    await town.receive('c-1', '2023-11-01');
    const ended = await town.withdraw('c-1', '2023-12-01');
    await town.rectify('c-1', ended.revision, { on: '2023-12-04' });
    const history = await office.desk.history(caseStream('c-1'));
    for (const point of [{}, { as: 'recorded' }, { revision: 1 }, { on: '2023-12-02' }, { revision: 0 }] as const) {
      const { reading, revision, agency } = await office.replays.replay('c-1', point, auditor, NOW);
      expect(reading).toEqual(readHistory(history, point, office.calendars.of('CN')));
      expect([revision, agency]).toEqual([2, 'town']);
    }
  });

  it('refuses points behind the end, cases of others, and cases that are none', async () => {
    await using town = await Town.open();
    const { replays } = town.office;
    await town.receive('c-1', '2023-11-01');
    const asked = { from: { revision: 0 }, to: { revision: 1 } };
    await expect(replays.difference('c-1', asked, auditor, NOW)).rejects.toMatchObject({
      code: 'revision-unknown',
      facts: { fields: [{ path: 'query.to.revision' }] },
    });
    const neighbour = { ...auditor, agencies: ['elsewhere'] };
    await expect(replays.replay('c-1', {}, neighbour, NOW)).rejects.toMatchObject({ code: 'not-found' });
    await expect(replays.replay('c-2', {}, auditor, NOW)).rejects.toMatchObject({ code: 'not-found' });
  });
});
