import { describe, expect, it } from '@jest/globals';
import { withGlobalsLast } from './global-options.js';

describe('global options before the command', () => {
  it.each([
    [[], []],
    [
      ['year', 'tables'],
      ['year', 'tables'],
    ],
    [
      ['--json', 'year', 'tables'],
      ['year', 'tables', '--json'],
    ],
    [
      ['--data', 'd', '--debug', 'play', 'a'],
      ['play', 'a', '--data', 'd', '--debug'],
    ],
    [
      ['--data=d', 'play', 'a'],
      ['play', 'a', '--data=d'],
    ],
    [
      ['play', '--json', 'a'],
      ['play', '--json', 'a'],
    ],
    [['--version'], ['--version']],
    [
      ['--help', '--json'],
      ['--help', '--json'],
    ],
    [['--data'], ['--data']],
  ])('%j becomes %j', (words, expected) => {
    expect(withGlobalsLast(words)).toEqual(expected);
  });
});
