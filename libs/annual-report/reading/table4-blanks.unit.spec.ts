import { describe, expect, it } from '@jest/globals';
import { TABLE4_BLOCKS } from '#statistics';
import { readPublishedReport } from './read-published-report.js';
import { documentOfText } from './testkit/document-of.js';

const TITLE = '四、政府信息公开行政复议、行政诉讼情况';
const HEADS = TABLE4_BLOCKS.map(() => '结果维持\t结果纠正\t其他结果\t尚未审结\t总计').join('\t');
const read = (...lines: readonly string[]) => readPublishedReport(documentOfText([TITLE, ...lines].join('\n'))).table4;

describe('blank cells of table 4', () => {
  it('are told between tabs under the heads', () => {
    expect(read(HEADS, '\t\t\t\t8\t0\t\t\t\t0\t1\t1\t1\t1')).toEqual({
      review: [null, null, null, null, 8],
      suitDirect: [0, null, null, null, 0],
      suitAfterReview: [1, 1, 1, 1, null],
    });
  });

  it('are told between tabs in rows of five', () => {
    expect(read('行政复议\t1\t2\t\t4\t7', '未经复议直接起诉\t0\t\t\t\t0', '复议后起诉\t1\t\t\t\t3')).toEqual({
      review: [1, 2, null, 4, 7],
      suitDirect: [0, null, null, null, 0],
      suitAfterReview: [1, null, null, null, 3],
    });
  });

  it('are not guessed without heads where the row may be indented', () => {
    expect(read('\t1\t2\t3\t4\t10\t0\t0\t0\t0\t0\t1\t1\t1\t1')).toBeNull();
  });
});
