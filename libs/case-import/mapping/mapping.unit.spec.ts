import { describe, expect, it } from '@jest/globals';
import { GongkaiError } from '#kernel';
import { MAPPING, mappingOf, sheetOf } from '../testkit/registers.js';
import { bindColumns } from './bind-columns.js';
import { parseMapping } from './mapping.js';

function faultOf(work: () => unknown): GongkaiError {
  try {
    work();
  } catch (error) {
    if (error instanceof GongkaiError) return error;
    throw error;
  }
  throw new Error('expected a fault');
}

const columns = (changes: object) => ({ columns: { ...MAPPING.columns, ...changes } });

describe('a mapping', () => {
  it.each([
    ['no format', { format: undefined }, 'mapping.format'],
    ['an unknown field', columns({ applicantName: '姓名' }), 'mapping.columns.applicantName'],
    ['an unknown outcome', { words: { outcome: { 公开: 'granted' } } }, 'mapping.words.outcome.公开'],
    ['an unknown channel', { words: { channel: { 当面: 'walk-in' } } }, 'mapping.words.channel.当面'],
    ['one column for two fields', columns({ endedOn: ' 收 到' }), 'mapping.columns.endedOn'],
    [
      'one word twice',
      { words: { outcome: { 公开: 'granted_provided', '公 开': 'partially_granted' } } },
      'mapping.words.outcome',
    ],
    ['no channel at all', columns({ channel: undefined }), 'mapping.columns.channel'],
    ['a result without its day', columns({ endedOn: undefined }), 'mapping.columns'],
    ['an unknown way to write a day', { dates: ['01/05/2023'] }, 'mapping.dates[0]'],
    ['no column of numbers', columns({ caseNumber: undefined }), 'mapping.columns.caseNumber'],
  ])('given %s, names the place', (_what, changes, path) => {
    const fault = faultOf(() => mappingOf(changes));
    expect(fault.code).toBe('register-mapping-invalid');
    expect(fault.facts.fields?.map((field) => field.path)).toContain(path);
    expect(fault.message).toMatch(/\p{Script=Han}/u);
  });

  it('given an unknown outcome, says which there are', () => {
    const { message } = faultOf(() => mappingOf({ words: { outcome: { 公开: 'granted' } } }));
    expect(message).toContain('granted_provided');
    expect(message).toContain('other_terminated');
  });

  it.each([null, [], 'text', 7, {}])('given %j instead of one, says so', (json) => {
    expect(faultOf(() => parseMapping(json)).code).toBe('register-mapping-invalid');
  });
});

describe('columns', () => {
  it('are found whatever their width, spaces, order and alternative names', () => {
    const heads = ['结 果', '答复', '收　到', '编号', '渠道', '类型', '补正告知', '补正期限', '收到补正', '延期'];
    const mapping = mappingOf(columns({ caseNumber: ['登记号', '编号'] }));
    const found = Object.fromEntries(bindColumns(mapping, sheetOf([], heads)).map(({ field, at }) => [field, at]));
    expect(found).toMatchObject({ outcome: 0, endedOn: 1, receivedOn: 2, caseNumber: 3 });
  });

  it('that are missing are all named, with those that exist', () => {
    const fault = faultOf(() => bindColumns(mappingOf(), sheetOf([], ['编号', '收到日期', '渠道', '类型'])));
    expect(fault.code).toBe('register-columns-missing');
    expect(fault.facts).toMatchObject({ heads: ['编号', '收到日期', '渠道', '类型'] });
    expect(fault.facts['missing']).toEqual(expect.arrayContaining(['receivedOn', 'outcome', 'endedOn']));
    expect(fault.message).toContain('收到日期');
  });

  it('that stand twice are not chosen among', () => {
    const fault = faultOf(() =>
      bindColumns(
        mappingOf(),
        sheetOf(
          [],
          [
            ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
            '编号',
            '编 号',
            '收到',
            '渠道',
            '类型',
            '补正告知',
            '补正期限',
            '收到补正',
            '延期',
            '结果',
            '答复',
          ],
        ),
      ),
    );
    expect(fault).toMatchObject({ code: 'register-columns-ambiguous', facts: { ambiguous: ['caseNumber'] } });
    expect(fault.message).toContain('AA 列');
  });

  it('of a row of heads that is not there are all missing', () => {
    expect(faultOf(() => bindColumns(mappingOf({ headerRow: 9 }), sheetOf([]))).message).toContain('空白');
  });
});
