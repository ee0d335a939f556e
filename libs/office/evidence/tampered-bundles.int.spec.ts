import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { somebody } from '../testkit/busy-office.js';
import { Town } from '../testkit/town.js';
import { leavesOf, linesOf, near, textOf, withLeaf, type LeafPath } from './bundle-text.testkit.js';
import { assembleCaseEvidence } from './case-evidence.js';
import { resealed, runScript, runScriptOverAll } from './verify-script.testkit.js';
import { assembleYearEvidence } from './year-evidence.js';

const options = { principal: somebody('auditor') };

/** Leaves that inform and prove nothing: only the seal covers them (docs/formats/evidence-bundle.md). */
const INFORMATION: Readonly<Record<'case' | 'year', RegExp>> = {
  case: /^(software|roots\.log\.position|reading\..*)$/,
  year: /^(software|roots\.closing\.position)$/,
};

describe('a tampered bundle', () => {
  let town: Town;
  const bundles = { case: '', year: '' };
  beforeAll(async () => {
    town = await Town.open();
    await town.openRegisters(2023);
    await town.receive('c-1', '2023-11-01');
    await town.receive('c-2', '2023-12-01', 'other');
    await town.withdraw('c-1', '2023-11-20');
    await town.rectify('c-1', 1, { on: '2023-11-21' });
    await town.close(2023);
    bundles.case = await textOf(await assembleCaseEvidence(town.office, 'c-1', options));
    bundles.year = await textOf(await assembleYearEvidence(town.office, 'town', 2023, options));
  });
  afterAll(() => town[Symbol.asyncDispose]());

  describe.each(['case', 'year'] as const)('of a %s', (kind) => {
    /** Every bundle that differs in one leaf, with the path of the leaf. */
    const changed = () => {
      const lines = linesOf(bundles[kind]);
      return lines.flatMap((line, at) =>
        leavesOf(JSON.parse(line)).flatMap((path) =>
          withLeaf(line, path, near).map((other) => ({ path, lines: lines.with(at, other) })),
        ),
      );
    };

    it('is found whatever leaf was changed', async () => {
      const seal = bundles[kind].split('\n').at(-2)!;
      const all = changed();
      expect(all.length).toBeGreaterThan(500);
      const codes = await runScriptOverAll(all.map(({ lines }) => `${[...lines, seal].join('\n')}\n`));
      expect(all.filter((_one, at) => codes[at] === 0).map(({ path }) => dotted(path))).toEqual([]);
    });

    it('is found even with a new seal, but for a leaf that only informs', async () => {
      const all = changed();
      const codes = await runScriptOverAll(all.map(({ lines }) => resealed(lines)));
      const passed = new Set(all.filter((_one, at) => codes[at] === 0).map(({ path }) => dotted(path)));
      expect([...passed].filter((path) => !INFORMATION[kind].test(path))).toEqual([]);
      expect(passed.has('software')).toBe(true);
    });

    it('is found when any byte was changed, put in or taken out, or the end cut off', async () => {
      const bytes = Buffer.from(bundles[kind]);
      const changes = fc.sample(
        fc.record({ at: fc.nat(bytes.length - 1), byte: fc.integer({ min: 1, max: 255 }), how: fc.nat(3) }),
        { seed: 7, numRuns: 400 },
      );
      const tampered = changes.map(({ at, byte, how }) => {
        const [before, after] = [bytes.subarray(0, at), bytes.subarray(at + 1)];
        const middle = [[bytes[at]! ^ byte], [bytes[at]!, byte], [], []][how]!;
        return Buffer.concat([before, Buffer.from(middle), how === 3 ? Buffer.alloc(0) : after]);
      });
      const ends = [Buffer.concat([bytes, Buffer.from('\n')]), Buffer.concat([bytes, bytes]), bytes.subarray(0, -1)];
      const codes = await runScriptOverAll([bytes, ...tampered, ...ends]);
      expect(codes[0]).toBe(0);
      expect(codes.slice(1).filter((code) => code === 0)).toEqual([]);
    });
  });

  it('is told by its line where a part is not of the format, and by its name where one is missing', async () => {
    const lines = linesOf(bundles.case);
    const at = lines.findIndex((line) => line.startsWith('{"stream":'));
    const unread = await runScript(resealed(lines.with(at, lines[at]!.replace('"root":"log"', '"root":"other"'))));
    expect(unread).toMatchObject({ exitCode: 1, text: expect.stringContaining(`第 ${at + 1} 行起无法读完`) });
    const ofNothing = await runScript(resealed(lines.with(0, lines[0]!.replace('"kind":"case"', '"kind":"none"'))));
    expect(ofNothing).toMatchObject({ exitCode: 1, text: expect.stringContaining('✗ 首行 / header: 缺少该流') });
  });

  it('is found when a case was left out, or one was put in, with a new seal', async () => {
    const lines = linesOf(bundles.year);
    const isCase = (line: string) => line.includes('"name":"case-');
    const without = lines.filter((line) => !line.includes('"name":"case-c-2"'));
    const twice = linesOf(bundles.case).filter(isCase);
    expect(await runScriptOverAll([resealed(without), resealed([...lines, ...twice])])).toEqual([1, 1]);
  });

  it('is found when calendars, figures, counting rules or the stream of the agency were left out, with a new seal', async () => {
    const lines = linesOf(bundles.year);
    const without = (part: string) => resealed(lines.filter((line) => !line.includes(part)));
    const parts = ['{"calendar":', '{"figures":', '{"counting":', '"name":"agency-town"', '"name":"books-town-2023"'];
    expect(await runScriptOverAll(parts.map(without))).toEqual(parts.map(() => 1));
  });
});

function dotted(path: LeafPath): string {
  return path.join('.');
}
