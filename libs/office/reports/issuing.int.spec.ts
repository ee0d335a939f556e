import { describe, expect, it } from '@jest/globals';
import type { Role } from '#kernel';
import { request, somebody } from '../testkit/busy-office.js';
import { District } from '../testkit/district.js';
import { Town } from '../testkit/town.js';

let deeds = 0;

function write({ office }: Town, name: string, body: object, role: Role = 'head', commandId = `issuing-${deeds++}`) {
  const asked = { name, agency: 'town', year: 2023, body: { on: '2034-06-01', ...body } };
  return office.reports.record({ ...asked, request: request(somebody(role), commandId) });
}

/** A town whose year 2023 with one case was closed on 2030-01-01, its report signed. */
async function closedTown(): Promise<Town> {
  const town = await Town.open();
  await town.openRegisters(2023);
  await town.receive('c-1', '2023-11-01');
  await town.withdraw('c-1', '2023-11-06');
  await town.close(2023);
  await write(town, 'set-report-signature', { signedOn: '2024-01-20' });
  return town;
}

describe('issuing a report', () => {
  it('given a day before that of the edition whose figures it prints, is refused with both days; on that day it is not', async () => {
    await using town = await closedTown();
    await expect(write(town, 'issue-report', { on: '2029-12-31' })).rejects.toMatchObject({
      code: 'before-edition',
      message: expect.stringContaining('定稿之日 2029-12-31 早于所据数字（第 1 版）公布之日 2030-01-01'),
      facts: { on: '2029-12-31', edition: 1, editionOn: '2030-01-01' },
    });
    await expect(write(town, 'issue-report', { on: '2030-01-01' })).resolves.toMatchObject({ type: 'report.issued' });
  });

  it('of a scope, is refused before the day of any edition that it sums, naming whose', async () => {
    await using place = await District.open();
    const all = ['district', 'bureau-a', 'bureau-b', 'town-1', 'town-2'];
    await place.openRegisters(2023, 0, ...all);
    for (const agency of all) await place.close(agency, 2023);
    await place.write('set-report-signature', { signedOn: '2034-06-20' });
    await expect(place.write('issue-report', { on: '2034-12-31', scope: 'region' })).rejects.toMatchObject({
      code: 'before-edition',
      message: expect.stringContaining('成员 bureau-a 第 1 版'),
      facts: { on: '2034-12-31', agency: 'bureau-a', edition: 1, editionOn: '2035-01-01' },
    });
    await expect(place.write('issue-report', { scope: 'region' })).resolves.toMatchObject({ type: 'report.issued' });
  });

  it('warns of words that state other figures than the tables and of headings without text, and issues it', async () => {
    await using town = await closedTown();
    await write(town, 'write-report-part', { part: 'platform', text: '本年度新收政府信息公开申请9件。' });

    const issued = await write(town, 'issue-report', {}, 'head', 'issue-1');

    expect(issued.warnings).toEqual([
      expect.stringMatching(/^V8：文字“本年度新收政府信息公开申请9件。”载明 9，而.*为 1$/),
      '没有文字的部分：（一）主动公开、（三）政府信息管理、（五）监督保障、五、存在的主要问题及改进情况',
    ]);
    expect((await town.office.reportContents.report({ agency: 'town', year: 2023 }, 1)).issue?.number).toBe(1);
  });

  it('repeated after the words were changed, answers with what it answered first', async () => {
    await using town = await closedTown();
    await write(town, 'write-report-part', { part: 'platform', text: '本年度新收政府信息公开申请9件。' });
    const first = await write(town, 'issue-report', {}, 'head', 'issue-1');
    await write(town, 'write-report-part', { part: 'platform', text: '平台由专人维护。' });

    expect(await write(town, 'issue-report', {}, 'head', 'issue-1')).toEqual({ ...first, repeated: true });
    const second = await write(town, 'issue-report', {});
    expect(second.warnings.filter((warning) => warning.startsWith('V8'))).toEqual([]);
  });

  it('warns of what the closing let pass with a waiver', async () => {
    await using town = await Town.open();
    const waiver = { on: '2030-01-01', rule: 'V6', reason: '期初数待查档案', approvedBy: 'mayor-1' };
    await town.office.books.waive('town', 2023, waiver, request(somebody('handler'), 'waive'));
    await town.close(2023);
    await write(town, 'set-report-signature', { signedOn: '2024-01-20' });

    const { warnings } = await write(town, 'issue-report', {});

    expect(warnings).toContainEqual(expect.stringMatching(/^V6：规章/));
  });

  it('of a scope, warns of the rules that its sum does not meet where V10 is waived', async () => {
    await using place = await District.open();
    await place.write('set-report-signature', { signedOn: '2034-06-20' });
    const waiver = { on: '2035-01-01', rule: 'V10', reason: '成员尚未结账', approvedBy: 'mayor-1' };
    await place.office.books.waive('district', 2023, waiver, place.request('head'));

    const { warnings } = await place.write('issue-report', { scope: 'region' });

    expect(warnings.map((warning) => warning.slice(0, 4))).toEqual(expect.arrayContaining(['V10：', '没有文字']));
  });

  it('says nothing of the kind for any other record', async () => {
    await using town = await closedTown();
    expect((await write(town, 'set-report-title', { title: null })).warnings).toEqual([]);
  });
});
