import { describe, expect, it } from '@jest/globals';
import { erasureOf, li, zhang } from '../testkit/people.testkit.js';
import { erasureSchema } from './erasure.js';
import { normalisedIdentity } from './identity-number.js';
import { personalDataSchema, personalTextSchema } from './personal-data.js';
import { personRefSchema } from './references.js';

const ok = (value: unknown): boolean => personalDataSchema.safeParse(value).success;

describe('personal data', () => {
  it.each([zhang, li, { ...li, name: '阿卜杜·热西提' }, { ...li, name: 'Østergård & Co.' }, { ...li, name: '𠮷野' }])(
    'takes %j as it is',
    (data) => expect(personalDataSchema.parse(data)).toEqual(data),
  );

  it.each([
    ['no name', { kind: 'applicant' }],
    ['a blank name', { ...li, name: '  ' }],
    ['a name too long', { ...li, name: '李'.repeat(201) }],
    ['a name of two lines', { ...li, name: '李\n某' }],
    ['a control character', { ...li, address: '测试路\u0000一号' }],
    ['an escape sequence', { ...li, contact: '\u001b[31m139' }],
    ['a sign that turns the line round', { ...li, name: '李\u202e某' }],
    ['half a character', { ...li, name: '李\ud842' }],
    ['an unknown kind', { ...li, kind: 'official' }],
    ['an unknown field', { ...li, age: '40' }],
    ['a number for a text', { ...li, identityNumber: 990101 }],
    ['undefined for absent', { ...li, address: undefined }],
    ['null for absent', { ...li, address: null }],
    ['an identity number of hyphens', { ...li, identityNumber: ' - ' }],
    ['notes too long', { ...li, notes: '李'.repeat(4001) }],
    ['a list', [li]],
  ])('refuses %s', (_, data) => expect(ok(data)).toBe(false));

  it('takes notes of several lines, without control characters', () => {
    expect(ok({ ...li, notes: '一\r\n\t二' })).toBe(true);
    for (const character of ['\u0000', '\u000b', '\u007f', '\u0085', '\u202e', '\u2066', '\udc00']) {
      expect(ok({ ...li, notes: `一${character}二` })).toBe(false);
    }
  });
});

describe('a text', () => {
  it('may be long, but not longer', () => {
    expect(personalTextSchema.safeParse('字'.repeat(100_000)).success).toBe(true);
    expect(personalTextSchema.safeParse('字'.repeat(100_001)).success).toBe(false);
    expect(personalTextSchema.safeParse('\n').success).toBe(false);
  });
});

describe('a reference', () => {
  it.each(['p-1', '0b9c4b8e-7c1e-4a52-9a8d-1d6b1b5f0e11', 'A_1.b', '2024031500000001'])('may be %s', (ref) =>
    expect(personRefSchema.safeParse(ref).success).toBe(true),
  );
  it.each(['', '张三', 'p 1', '-p', 'p/1', 'p\n', 'p'.repeat(65), '99010119900307123X', '990101900307123'])(
    'must not be %j',
    (ref) => expect(personRefSchema.safeParse(ref).success).toBe(false),
  );
});

describe('an erasure', () => {
  it('needs a day, a reason of the list and an approver', () => {
    const whole = erasureOf('p-1');
    expect(erasureSchema.parse(whole)).toEqual(whole);
    for (const wrong of [{ on: '2034-02-30' }, { reason: 'because' }, { approvedBy: '王局长' }, { note: 'x' }]) {
      expect(erasureSchema.safeParse({ ...whole, ...wrong }).success).toBe(false);
    }
  });
});

describe('an identity number', () => {
  it('is one number in every spelling', () => {
    const spellings = [
      '99010119900307123x',
      ' 990101 19900307-123X ',
      '９９０１０１－１９９００３０７１２３Ｘ',
      '990101—19900307123x',
    ];
    expect(new Set(spellings.map(normalisedIdentity))).toEqual(new Set(['99010119900307123X']));
  });
});
