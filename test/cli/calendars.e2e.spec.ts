import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentOf, gongkai, Workplace } from './cli.testkit.js';
import { found, granted, localHoliday, received } from './lines.testkit.js';

/** A second version of 2024 by a notice that nobody issued: 2024-03-15 off. */
const amended = {
  ...localHoliday,
  jurisdiction: 'CN',
  version: 2,
  daysOff: [
    { name: '元旦', from: '2024-01-01', to: '2024-01-01' },
    { name: '春节', from: '2024-02-10', to: '2024-02-17' },
    { name: '临时放假', from: '2024-03-15', to: '2024-03-15' },
  ],
};

describe('calendars from the command line', () => {
  const place = new Workplace();
  const run = (...words: string[]) => gongkai([...words, '--data', place.data]);
  const calendar = (content: object) => place.file('calendar.json', [content]);
  const events = async () => documentOf(await run('log', 'verify', '--json'))['events'];
  beforeAll(async () => {
    const city = { ...found, agency: 'city' };
    const [propose, review, dispatch] = granted('C-3');
    const late = {
      ...dispatch,
      now: '2024-04-01T02:00:00.000Z',
      body: { ...(dispatch!['body'] as object), on: '2024-04-01' },
    };
    const closed = [received('C-2'), ...granted('C-2'), received('C-3'), propose!, review!, late];
    await run('play', place.file('a.jsonl', [found, city, received('C-1'), ...closed]));
  });
  afterAll(() => place.clear());

  it('list: shipped versions with their notices', async () => {
    const { stdout } = await run('calendar', 'list', '--year', '2024');
    expect(stdout).toMatch(/CN-2024-1\s+国办发明电〔2023〕7号\s+2023-10-25\s+随程序提供/);
    expect((await run('calendar', 'list', '--jurisdiction', 'CN-XZ')).stdout).toContain('没有符合条件的工作日历');
    expect(await run('calendar', 'list', '--jurisdiction', 'Ningxia')).toMatchObject({ code: 1 });
  });

  it('year late: replies behind their due date, under both readings', async () => {
    const { stdout } = await run('year', 'late', '--agency', 'town', '--year', '2024');
    const due = '2024-03-29（CN-2024-1）\\s+逾期';
    expect(stdout).toMatch(new RegExp(`C-3\\s+C-3\\s+2024-04-01\\s+${due}\\s+${due}`));
    expect(stdout).not.toContain('C-2');
  });

  it('publish --dry-run: tells what would move and records nothing', async () => {
    const before = await events();
    const { code, stdout } = await run('calendar', 'publish', calendar(amended), '--dry-run');
    expect(code).toBe(0);
    expect(stdout).toContain('仅试算，未录入');
    expect(stdout).toContain('在办 1 件，其中 1 件期限变动');
    // The file leaves out what the first notice said: that is seen before it is recorded.
    expect(stdout).toMatch(/改为不计（放假、休息）的日子：.*2024-03-15/);
    expect(stdout).toMatch(/改为工作日的日子：.*2024-05-01/);
    expect(stdout).toMatch(/C-1\s+C-1\s+town\s+2024-03-29（CN-2024-1）\s+2024-04-01（CN-2024-2）/);
    expect(await events()).toBe(before);
  });

  it('publish: records it, and says which due dates moved', async () => {
    const published = await run('calendar', 'publish', calendar(amended), '--on', '2024-03-05', '--json');
    expect(published.code).toBe(0);
    expect(documentOf(published)).toMatchObject({
      version: 'CN-2024-2',
      impact: { openCases: 1, moved: 1, moves: [{ caseId: 'C-1', after: { due: '2024-04-01' } }] },
    });
    expect((await run('calendar', 'impact', 'CN-2024-2')).stdout).toMatch(/C-1\s+C-1\s+town\s+2024-03-29/);
    expect((await run('calendar', 'list', '--year', '2024')).stdout).toMatch(
      /CN-2024-2\s+不详\s+2024-03-02\s+\S+ 录入/,
    );
    expect(documentOf(await run('case', 'show', 'C-1', '--json'))).toMatchObject({ due: '2024-04-01' });
    const again = await run('calendar', 'publish', calendar(amended));
    expect(again.code).toBe(1);
    expect(again.stderr).toContain('calendar-version-exists');
  });

  it('a scenario line takes one in for every agency of the place; later lines go by it', async () => {
    const line = {
      command: 'publish-calendar',
      now: '2024-03-06T01:00:00.000Z',
      actor: 'zheng-shi',
      role: 'operator',
      agency: 'town',
      body: { on: '2024-03-06', calendar: { ...amended, version: 3, daysOff: amended.daysOff.slice(0, 2) } },
    };
    const file = place.file('b.jsonl', [line]);
    expect(documentOf(await run('play', file, '--json'))).toMatchObject({ recorded: 1, refused: 0 });
    expect(documentOf(await run('play', file, '--json'))).toMatchObject({ alreadyRecorded: 1, refused: 0 });
    expect(documentOf(await run('case', 'show', 'C-1', '--json'))).toMatchObject({ due: '2024-03-29' });
  });

  it.each([
    ['broken JSON', '{', 2, 'malformed-json'],
    ['a field given twice', '{"year":2024,"year":2025}', 2, 'duplicate-key'],
    ['a calendar without a notice', JSON.stringify({ ...amended, notice: undefined }), 1, 'invalid-input'],
    ['a list', '[]', 1, 'invalid-input'],
  ])('a file with %s is refused', async (_what, content, code, error) => {
    const refused = await run('calendar', 'publish', place.file('bad.json', [content]), '--json');
    expect(refused.code).toBe(code);
    expect(documentOf(refused)).toMatchObject({ error: { code: error } });
  });
});
