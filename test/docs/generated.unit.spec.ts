import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { GENERATED } from './generated.js';

describe('generated documents', () => {
  it.each(Object.entries(GENERATED))('%s is what the code says; run `npm run docs` after a change', (path, make) => {
    expect(readFileSync(path, 'utf8')).toBe(make());
  });
});
