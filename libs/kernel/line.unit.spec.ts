import { describe, expect, it } from '@jest/globals';
import { exactLineSchema, lineSchema } from './line.js';

/** What a reader does not see, or what shows another text than the stored one. */
const HIDDEN: Readonly<Record<string, string>> = {
  bell: '\u0007',
  tab: '\t',
  'line feed': '\n',
  'carriage return': '\r',
  'next line': '\u0085',
  'soft hyphen': '\u00ad',
  'zero width space': '\u200b',
  'zero width joiner': '\u200d',
  'right-to-left mark': '\u200f',
  'line separator': '\u2028',
  'paragraph separator': '\u2029',
  'right-to-left override': '\u202e',
  'right-to-left isolate': '\u2067',
  'word joiner': '\u2060',
  'byte order mark within': '\ufeff',
  'half of a surrogate pair': '\ud83d',
};

describe.each([lineSchema, exactLineSchema])('a line: %p', (schemaOf) => {
  const schema = schemaOf('文号', 20);

  it.each(Object.keys(HIDDEN))('holds no %s', (name) => {
    expect(schema.safeParse(`答${HIDDEN[name]}1号`).error?.issues[0]?.message).toBe(
      '文号应为一行，不能含控制字符或不可见字符',
    );
  });

  it.each(['答〔2024〕1号', 'No. 7 / A', '𠮷林省办公厅', '葛\u{e0100}城区', 'ئۇيغۇر'])('holds %s', (text) => {
    expect(schema.parse(text)).toBe(text);
  });

  it('is neither empty, nor too long, nor something else', () => {
    expect(schema.safeParse('').error?.issues[0]?.message).toBe('文号不能为空');
    expect(schema.safeParse('号'.repeat(21)).error?.issues[0]?.message).toBe('文号不超过 20 字');
    expect(schema.safeParse(7).error?.issues[0]?.message).toBe('文号应为文字');
  });
});

it('blanks at the ends of a line are cut off, or refused where it is taken as it is', () => {
  expect(lineSchema('文号', 20).parse(' 答1号　')).toBe('答1号');
  expect(exactLineSchema('文号', 20).safeParse('答1号　').error?.issues[0]?.message).toBe('文号首尾不能有空格');
});
