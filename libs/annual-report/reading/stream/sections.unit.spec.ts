import { describe, expect, it } from '@jest/globals';
import { titleOf } from './sections.js';

describe('the title of a section', () => {
  it.each([
    ['四、因政府信息公开工作被申请行政复议、提起行政诉讼情况', 4],
    ['四、政府信息公开行政复议、行政诉讼情况', 4],
    ['三、收到和处理政府信息公开申请情况', 3],
  ])('is read: %s', (line, section) => {
    expect(titleOf(line)).toBe(section);
  });

  it.each([
    '因政府信息公开工作被申请行政复议3件，被提起行政诉讼',
    '因政府信息公开工作被申请行政复议３ 件、提起行政诉讼',
  ])('is no sentence that was broken over lines: %s', (line) => {
    expect(titleOf(line)).toBeNull();
  });
});
