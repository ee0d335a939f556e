import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { calendarOf } from '#calendar';
import { explainClockInChinese } from './explain-clock.js';
import { play, randomScript } from './random-history.testkit.js';
import { readClock } from './read-clock.js';

/** Prints the offset of the time zone of this process and one digest over what the clock says of 200 fixed histories. */
const digest = createHash('sha256');
for (const script of fc.sample(randomScript, { numRuns: 200, seed: 20240301 })) {
  const reading = readClock(play(script).state!, calendarOf('CN'));
  digest.update(JSON.stringify([reading, explainClockInChinese(reading)]));
}
process.stdout.write(`${new Date('2024-07-01T12:00:00.000Z').getTimezoneOffset()} ${digest.digest('hex')}\n`);
