import { describe, expect, it } from '@jest/globals';
import type { RawEntry } from '#casework';
import { MOST_FEN } from '../../fields.js';
import {
  entry,
  rectification,
  registerAfter,
  registerDeed,
  registers,
  REGISTER_CONTEXT as CONTEXT,
  type RegisterDeed,
} from '../../testkit/registers.js';
import { registerContribution } from '../register-counters.js';
import { decideRectification } from './decide-rectification.js';

const fees = (amountFen: number) => entry('record-fees', { on: '2023-05-01', amountFen });
const opening = (on: string, count: number) =>
  entry('record-documents', { on, kind: 'regulations', movement: 'opening', count });
const published = (count: number) =>
  entry('record-publications', { on: '2023-05-01', channel: '网站', category: '要闻', count });
const correct = (revision: number, fields: object, rest: object = {}) =>
  rectification(revision, { kind: 'correct', fields }, rest);
const strike = (revision: number, rest: object = {}) => rectification(revision, { kind: 'void' }, rest);

const itemsAfter = (...deeds: RegisterDeed[]) => registerContribution(registerAfter(2023, ...deeds)).items;

describe('rectify an entry of a register', () => {
  it('corrects fields', () => {
    expect(itemsAfter(fees(100), fees(7), correct(0, { amountFen: 10 }))).toEqual({ 'fees.fen': 17 });
  });

  it('takes an optional field away', () => {
    const removal = rectification(0, { kind: 'correct', fields: { count: 2 }, remove: ['category'] });
    expect(itemsAfter(published(1), removal)).toEqual({ 'publications.["网站"]': 2 });
  });

  it('strikes an entry: nothing is on record then', () => {
    expect(itemsAfter(fees(100), strike(0))).toEqual({});
  });

  it('may be rectified itself', () => {
    expect(itemsAfter(fees(100), strike(0), strike(1))).toEqual({ 'fees.fen': 100 });
    expect(
      itemsAfter(
        fees(100),
        correct(0, { amountFen: 10 }),
        correct(1, { action: { kind: 'correct', fields: { amountFen: 11 } } }),
      ),
    ).toEqual({
      'fees.fen': 11,
    });
  });

  it('records what was asked, for agency and year', () => {
    registers
      .given(fees(100))
      .when(strike(0))
      .thenRecords('register.entry-rectified', {
        agency: 'bureau-1',
        year: 2023,
        on: '2024-01-10',
        revision: 0,
        action: { kind: 'void' },
        reason: 'typing-error',
        approvedBy: 'head-1',
      });
  });

  it('is approved by another person', () => {
    registers
      .given(fees(100))
      .when(strike(0, { approvedBy: 'handler-1' }))
      .thenRefused('four-eyes', 'body.approvedBy');
    registers
      .given(fees(100), strike(0))
      .when(correct(1, { approvedBy: 'handler-1' }))
      .thenRefused('four-eyes', 'body.approvedBy');
  });

  it('names an entry that stands', () => {
    registers.given(fees(100)).when(strike(1)).thenRefused('entry-unknown', 'body.revision');
    registers
      .given(fees(100), strike(0))
      .when(correct(0, { amountFen: 1 }))
      .thenRefused('entry-void');
    registers
      .given(fees(100), strike(0))
      .when(correct(1, { revision: 7 }))
      .thenRefused('entry-unknown', 'body.revision');
  });

  it('is the only one that stands on its entry: a second is about the first', () => {
    const error = registers
      .given(fees(100), correct(0, { amountFen: 10 }))
      .when(correct(0, { amountFen: 11 }))
      .thenRefused('already-rectified');
    expect(error.facts).toMatchObject({ revision: 0, rectification: 1 });
    registers
      .given(fees(100), correct(0, { amountFen: 10 }))
      .when(strike(0))
      .thenRefused('already-rectified');
    registers
      .given(fees(100), fees(7), correct(0, { amountFen: 10 }), correct(1, { amountFen: 8 }))
      .when(correct(3, { revision: 0 }))
      .thenRefused('already-rectified');
    expect(itemsAfter(fees(100), correct(0, { amountFen: 10 }), strike(1), correct(0, { amountFen: 11 }))).toEqual({
      'fees.fen': 11,
    });
  });

  it.each([
    ['no action', { action: null }],
    ['a correction without fields', { action: { kind: 'correct' } }],
    ['an unknown action', { action: { kind: 'insert', steps: [] } }],
  ])('leaves no rectification with %s', (_fault, fields) => {
    registers
      .given(fees(100), correct(0, { amountFen: 10 }))
      .when(correct(1, fields))
      .thenRefused('invalid-input');
  });

  it('leaves an entry that its own rules accept', () => {
    const given = registers.given(fees(100));
    given.when(correct(0, { amountFen: -1 })).thenRefused('invalid-input', 'body.action.fields.amountFen');
    given.when(correct(0, { amount: 1 })).thenRefused('invalid-input', 'body.action.fields.amount');
    given.when(correct(0, { on: '2024-01-01' })).thenRefused('other-year', 'body.action.fields.on');
    given.when(correct(0, { agency: 'bureau-2' })).thenRefused('field-fixed', 'body.action.fields.agency');
    given.when(correct(0, { year: 2022 })).thenRefused('field-fixed', 'body.action.fields.year');
    given
      .when(rectification(0, { kind: 'correct', fields: {}, remove: ['amountFen'] }))
      .thenRefused('invalid-input', 'body.action.fields.amountFen');
    registers
      .given(published(1))
      .when(correct(0, { channel: '网站 ' }))
      .thenRefused('invalid-input', 'body.action.fields.channel');
    registers
      .given(fees(100), correct(0, { amountFen: 10 }))
      .when(correct(1, { action: { kind: 'correct', fields: { amountFen: -1 } } }))
      .thenRefused('invalid-input', 'body.action.fields.amountFen');
  });

  it('moves nothing into the future, the rectification itself included', () => {
    const early = entry('record-fees', { on: '2028-01-31', amountFen: 100 });
    const late = registerDeed('rectify-register-entry', 2028, {
      ...correct(0, { on: '2028-06-16' }).body,
      on: '2028-06-15',
    });
    registers.given(early).when(late).thenRefused('date-in-future');
    registers
      .given(fees(100), strike(0))
      .when(correct(1, { on: '2028-06-16' }))
      .thenRefused('date-in-future');
  });

  it('leaves a register that holds together', () => {
    registers
      .given(opening('2023-01-01', 1), opening('2023-02-01', 2))
      .when(correct(1, { on: '2023-01-01' }))
      .thenRefused('already-stated');
    registers
      .given(opening('2023-01-01', 1), strike(0), opening('2023-01-01', 2))
      .when(strike(1))
      .thenRefused('already-stated');
    registers.given(fees(MOST_FEN), strike(0), fees(1)).when(strike(1)).thenRefused('sum-too-large');
  });

  it.each([
    [{ reason: 'because' }, 'body.reason'],
    [{ approvedBy: '' }, 'body.approvedBy'],
    [{ revision: -1 }, 'body.revision'],
    [{ action: { kind: 'correct', fields: {} } }, 'body.action'],
    [{ on: '2030-06-02' }, 'body.on'],
  ])('refuses %j', (wrong, path) => {
    const error = registers
      .given(fees(1))
      .when(strike(0, wrong))
      .thenRefused(path === 'body.on' ? 'date-in-future' : 'invalid-input', path);
    expect(error.kind).toBe('invalid');
  });

  it('is refused when the entry reads so already', () => {
    registers
      .given(fees(100))
      .when(correct(0, { amountFen: 100 }))
      .thenRefused('nothing-corrected', 'body.action');
  });

  it('judges the fields that it corrects, not what an earlier program let stand in the others', () => {
    const entries = registers.after(
      fees(100),
      entry('record-fees', { on: '2023-06-01', amountFen: 7, references: ['文1号'] }),
    );
    const [first, second] = entries.get(2023)!;
    const older = [first!, { ...second!, data: { ...second!.data, references: ['文\u200b1号'] } }];
    const rectify = (history: readonly RawEntry[], { body }: RegisterDeed) => {
      const event = decideRectification(
        { name: '', target: { agency: 'bureau-1', year: 2023 }, body },
        history,
        CONTEXT,
      );
      const by = { revision: history.length, actor: 'handler-1', role: 'handler', recordedAt: CONTEXT.now } as const;
      return [...history, { ...event, by }];
    };
    const once = rectify(older, correct(1, { amountFen: 8 }));
    expect(rectify(once, correct(0, { amountFen: 90 }))).toHaveLength(4);
    expect(() => rectify(older, correct(1, { references: ['文\u200b2号'] }))).toThrow(/不可见字符/);
  });
});
