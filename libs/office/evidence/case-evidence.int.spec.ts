import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { somebody } from '../testkit/busy-office.js';
import { amended, publish } from '../testkit/calendars.js';
import { Town } from '../testkit/town.js';
import { linesOf, textOf } from './bundle-text.testkit.js';
import { assembleCaseEvidence } from './case-evidence.js';
import { resealed, runScript, runScriptWith } from './verify-script.testkit.js';

const auditor = somebody('auditor');

describe('evidence of a case', () => {
  let town: Town;
  let early: string;
  const evidence = async (caseId: string, position?: string) =>
    textOf(
      await assembleCaseEvidence(town.office, caseId, {
        principal: auditor,
        ...(position !== undefined && { position }),
      }),
    );
  beforeAll(async () => {
    town = await Town.open();
    await town.receive('c-1', '2024-09-10');
    early = await town.office.store.head();
    await town.receive('c-2', '2024-09-11');
    await town.withdraw('c-1', '2024-09-20');
    await town.rectify('c-1', 1, { on: '2024-09-21' });
  });
  afterAll(() => town[Symbol.asyncDispose]());

  it('is found sound by the script, which names the root that the log has there', async () => {
    const text = await evidence('c-1');
    const { roots } = JSON.parse(linesOf(text)[0]!) as { roots: { log: { position: string; root: string } } };
    expect(roots.log.position).toBe(await town.office.store.head());
    const run = await runScript(text, roots.log.root);
    expect(run).toMatchObject({ exitCode: 0, text: expect.stringContaining(roots.log.root) });
    expect(run.text).toContain('核验一致 / sound');
  });

  it('shows history, status and due date to people', async () => {
    const { reading } = JSON.parse(linesOf(await evidence('c-2')).at(-1)!) as { reading: Record<string, unknown> };
    expect(reading).toMatchObject({
      statusLabel: expect.any(String),
      entries: [{ revision: 0, label: '收到申请', on: '2024-09-11' }],
      clock: { due: '2024-10-15', calendarVersions: ['CN-2024-1'] },
    });
  });

  it('of a position stays the same to the byte, whatever comes later, and ends there', async () => {
    const then = await evidence('c-1', early);
    await town.receive('c-3', '2024-09-12');
    expect(await evidence('c-1', early)).toBe(then);
    expect(await evidence('c-1')).toBe(await evidence('c-1'));
    const streams = linesOf(then).filter((line) => line.includes('"stream"'));
    expect(streams.map((line) => (JSON.parse(line) as StreamLine).stream)).toEqual([
      expect.objectContaining({ name: 'agency-town' }),
      expect.objectContaining({ name: 'case-c-1', events: [expect.objectContaining({ revision: 0 })] }),
    ]);
    expect((await runScript(then)).exitCode).toBe(0);
  });

  it('carries the calendar that was recorded, with the stream that recorded it, from its recording on', async () => {
    const before = await town.office.store.head();
    const calendar = amended({ year: 2024, version: 2, published: '2024-09-15', off: ['2024-09-24'] });
    await publish(town.office, calendar);
    const [then, now] = [await evidence('c-2', before), await evidence('c-2')];
    expect(then).not.toContain('calendar-CN');
    expect(then).toContain('"due":"2024-10-15"');
    expect(now).toContain('"name":"calendar-CN"');
    expect(now).toContain('"due":"2024-10-16"');
    for (const text of [then, now]) expect((await runScript(text)).exitCode).toBe(0);
  });

  it.each([
    ['an unknown case', 'c-9', {}, 'not-found'],
    ['a case registered later', 'c-2', { position: () => early }, 'not-found'],
    ['a position to come', 'c-1', { position: () => '9999999999999999' }, 'position-unknown'],
    ['a position that is none', 'c-1', { position: () => 'yesterday' }, 'position-malformed'],
  ])('of %s is refused', async (_what, caseId, { position }: { position?: () => string }, code) => {
    const options = { principal: auditor, ...(position && { position: position() }) };
    await expect(assembleCaseEvidence(town.office, caseId, options)).rejects.toMatchObject({ code });
  });

  it('for somebody bound to another agency is refused, and so is anything once aborted', async () => {
    const stranger = { ...auditor, agencies: ['village'] };
    await expect(assembleCaseEvidence(town.office, 'c-1', { principal: stranger })).rejects.toMatchObject({
      code: 'not-found',
    });
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(assembleCaseEvidence(town.office, 'c-1', { principal: auditor, signal })).rejects.toThrow('enough');
  });

  it('made of another log is sound in itself, and found out by the published root', async () => {
    await using forged = await Town.open();
    await forged.receive('c-1', '2024-09-09');
    const text = await textOf(await assembleCaseEvidence(forged.office, 'c-1', { principal: auditor }));
    const published = (JSON.parse(linesOf(await evidence('c-1'))[0]!) as { roots: { log: { root: string } } }).roots.log
      .root;
    expect((await runScript(text)).exitCode).toBe(0);
    expect(await runScript(text, published)).toMatchObject({
      exitCode: 1,
      text: expect.stringContaining('不是包中的日志根'),
    });
  });

  it('cannot state a second root for the streams already proved', async () => {
    const [header, ...lines] = linesOf(await evidence('c-1'));
    const other = 'f'.repeat(64);
    const said = resealed([header!, ...lines, `{"roots":{"log":{"position":"x","root":"${other}"}}}`]);
    expect((await runScript(said, other)).exitCode).toBe(1);
  });

  it.each([
    ['no file', ['/nowhere/at/all']],
    ['no argument', []],
  ])('the script given %s ends with 2', async (_what, words) => {
    expect((await runScriptWith(words)).exitCode).toBe(2);
  });

  it.each([
    ['an empty file', ''],
    ['a text', '申请公开'],
    ['another format', resealed(['{"format":"gongkai/evidence/9"}'])],
  ])('the script given %s ends with 2', async (_what, text) => {
    expect((await runScript(text)).exitCode).toBe(2);
  });
});

interface StreamLine {
  readonly stream: { readonly name: string; readonly events: readonly object[] };
}
