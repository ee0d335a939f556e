import { describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url));

/** The answers of the clock on fixed histories, computed by a process of its own in this time zone. */
function answersIn(timeZone: string): string {
  const command = ['--import', here('../../../test/support/typescript-hooks.mjs'), here('answers.testkit.ts')];
  return execFileSync(process.execPath, command, { env: { ...process.env, TZ: timeZone }, encoding: 'utf8' });
}

describe('the legal clock', () => {
  it('answers the same in every time zone', () => {
    const [zone, digest] = answersIn('Asia/Shanghai').split(' ');
    expect([zone, digest]).toEqual(['-480', expect.stringMatching(/^[0-9a-f]{64}\n$/)]);
    const elsewhere = ['UTC', 'America/Los_Angeles', 'Pacific/Kiritimati', 'Pacific/Marquesas'].map(answersIn);
    expect(elsewhere.map((line) => line.split(' ')[1])).toEqual([digest, digest, digest, digest]);
    expect(new Set(elsewhere.map((line) => line.split(' ')[0])).size).toBe(4);
  });
});
