import { describe, expect, it } from '@jest/globals';
import { UsageFault } from '../shell/usage-fault.js';
import { reportInFile } from './report-in-file.js';

const report = (file: string) => ({
  file,
  status: 'failed',
  format: '2021',
  table3: { new: [1, null, 0, 0, 0, 0, 1] },
});
const unreadable = { file: 'c.pdf', status: 'unreadable', error: { code: 'report-not-found', message: '' } };
const linted = (...files: readonly object[]) => JSON.parse(JSON.stringify({ files, summary: {} })) as object;
const read = (document: object) => reportInFile('f.json', document as Parameters<typeof reportInFile>[1]);

describe('the report in a file', () => {
  it('is the document itself where it is none of report lint', () => {
    for (const document of [report('a.pdf'), { files: 'x', summary: {} }, { files: [1], summary: {} }, { files: [] }]) {
      expect(read(document)).toBe(document);
    }
    expect(reportInFile('f.json', null)).toBeNull();
  });

  it('is the only one that was read, as it is', () => {
    expect(read(linted(report('a.pdf')))).toEqual(report('a.pdf'));
    expect(read(linted(unreadable, report('a.pdf')))).toEqual(report('a.pdf'));
  });

  it('is refused where there are several, and none, with their names', () => {
    const refusal = (...files: readonly object[]) => {
      try {
        return read(linted(...files));
      } catch (error) {
        expect(error).toBeInstanceOf(UsageFault);
        return (error as UsageFault).message;
      }
    };
    expect(refusal(report('a.pdf'), unreadable, report('b.pdf'))).toContain('2 份报告（a.pdf、b.pdf）');
    expect(refusal(unreadable)).toContain('没有读出的报告：c.pdf');
    expect(refusal()).toContain('没有文件');
  });
});
