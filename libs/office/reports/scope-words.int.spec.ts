import { describe, expect, it } from '@jest/globals';
import { somebody } from '../testkit/busy-office.js';
import { District, publishedReport } from '../testkit/district.js';

const ALL = ['district', 'bureau-a', 'bureau-b', 'town-1', 'town-2'];

/** Every body with its register, two cases in towns and one in a bureau; `text` in the words of the report of the district. */
async function saying(text: string, closed: readonly string[] = ALL): Promise<District> {
  const place = await District.open();
  await place.agency('rename-agency', 'district', { on: '2015-01-01', name: '示例区人民政府' });
  await place.openRegisters(2023, 1, ...closed);
  for (const [agency, caseId] of [
    ['bureau-a', 'c-1'],
    ['town-1', 'c-2'],
    ['town-1', 'c-3'],
  ] as const) {
    await place.receive(agency, caseId, '2023-11-01', '2023-11-05');
  }
  for (const agency of closed) await place.close(agency, 2023);
  await place.write('write-report-part', { part: 'applications', text });
  return place;
}

const results = async (place: District, scope: 'own' | 'level' | 'region') =>
  scope === 'own'
    ? (await place.office.years.judged('district', 2023, null, somebody('auditor'))).results
    : (await place.rules(2023, scope)).results;
const failing = async (place: District, scope: 'own' | 'level' | 'region') =>
  (await results(place, scope)).flatMap(({ rule, status }) => (status === 'failed' ? [rule] : []));

describe('the words of a report of a scope before the rules', () => {
  it.each<[string, readonly string[], readonly string[], readonly string[]]>([
    // text, then what fails for own (no case), level (1) and region (3)
    ['全年收到政府信息公开申请3件。', ['V8'], ['V8'], []],
    ['全年收到政府信息公开申请1件。', ['V8'], [], ['V8']],
    ['全区收到政府信息公开申请3件。', [], [], []],
    ['全区收到政府信息公开申请4件。', [], [], ['V8']],
    ['区本级收到政府信息公开申请2件。', [], ['V8'], []],
    ['指导乡镇办结申请7件。', [], [], []],
    ['本机关办结申请7件。', ['V8'], [], []],
    ['去年办结申请7件。', [], [], []],
    ['实际收取信息处理费400元。', ['V9'], ['V9'], ['V9']],
    ['', [], [], []],
  ])('given %j, each report is judged by its own figures', async (text, own, level, region) => {
    await using place = await saying(text);
    expect([await failing(place, 'own'), await failing(place, 'level'), await failing(place, 'region')]).toEqual([
      own,
      level,
      region,
    ]);
  });

  it('quotes the sentence and the sum, and only warns: the report can be issued', async () => {
    await using place = await saying('全区收到政府信息公开申请4件。');
    const v8 = (await results(place, 'region')).find(({ rule }) => rule === 'V8');
    expect(v8).toMatchObject({
      severity: 'warning',
      findings: [{ message: '文字“全区收到政府信息公开申请4件。”载明 4，而一、本年新收政府信息公开申请数量为 3' }],
    });
    expect((await place.rules(2023)).blocking).toEqual([]);
    await place.write('set-report-signature', { signedOn: '2034-06-20' });
    await place.write('issue-report', { scope: 'region' });
  });

  it('given a member that says nothing, finds nothing in what is not known', async () => {
    await using place = await saying('全区收到政府信息公开申请4件。', ALL.slice(0, 4));
    expect(await failing(place, 'region')).not.toContain('V8');
  });

  it('given an imported report of the region, whose words nobody knows, does not apply', async () => {
    await using place = await saying('全区收到政府信息公开申请4件。');
    await place.import('district', 2023, publishedReport(3), { scope: 'region', nameConfirmed: true });
    const v8 = (await results(place, 'region')).find(({ rule }) => rule === 'V8');
    expect(v8).toMatchObject({ status: 'not-applicable', reason: '文字中没有可以核对的数字' });
  });

  it('given last year’s text not yet confirmed, names it for the scope as for the agency (N2)', async () => {
    await using place = await saying('');
    await place.write('write-report-part', { part: 'platform', text: '上年的文字。' }, 2022);
    expect([await failing(place, 'own'), await failing(place, 'region')]).toEqual([['N2'], ['N2']]);
  });
});
