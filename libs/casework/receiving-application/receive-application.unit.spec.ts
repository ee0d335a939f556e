import { describe, expect, it } from '@jest/globals';
import { GongkaiError } from '#kernel';
import { rectifyEntry } from '../rectifying/rectify-entry.js';
import { DEFAULT_POLICY } from '../step.js';
import { caseAfter, given, received } from '../testkit/case-specification.js';
import { receiveApplication } from './receive-application.js';

describe('receive an application (Art. 31)', () => {
  it.each(['in-person', 'registered-mail'] as const)('fixes the receipt date of %s at once', (channel) => {
    expect(caseAfter(received('2024-03-01', { channel }))).toMatchObject({
      status: 'in-progress',
      receivedOn: '2024-03-01',
      caseNumber: 'case-1',
    });
  });

  it.each(['ordinary-mail', 'internet', 'fax', 'email'] as const)('leaves that of %s open', (channel) => {
    expect(caseAfter(received('2024-03-01', { channel }))).toMatchObject({
      status: 'awaiting-confirmation',
      arrivedOn: '2024-03-01',
      receivedOn: null,
    });
  });

  it('takes the day of submission where the policy of the agency says so (Q1)', () => {
    const policy = { ...DEFAULT_POLICY, internetReceipt: 'submission' } as const;
    expect(caseAfter(received('2024-03-01', { channel: 'internet' }, { policy })).receivedOn).toBe('2024-03-01');
    expect(caseAfter(received('2024-03-01', { channel: 'ordinary-mail' }, { policy })).receivedOn).toBeNull();
  });

  it('knows no application older than the Regulation, and none of tomorrow', () => {
    expect(caseAfter(received('2008-05-01')).arrivedOn).toBe('2008-05-01');
    expect(() => caseAfter(received('2008-04-30'))).toThrow(GongkaiError);
    expect(() => caseAfter(received('2030-01-02'))).toThrow(/晚于今日/);
  });

  it.each(['第\u00071号', '第\u202e1号', '第1\n2号', '第\u200b1号'])(
    'takes no number that hides or reorders text: %j',
    (caseNumber) => {
      expect(() => caseAfter(received('2024-03-01', { caseNumber }))).toThrow(/不能含控制字符/);
    },
  );

  it.each(['110101199003070011', '11010119900307001X', '110101900307001'])(
    'takes no identity number for a reference, which the log would keep for ever: %s',
    (applicantRef) => {
      expect(() => caseAfter(received('2024-03-01', { applicantRef }))).toThrow(/applicantRef：代号不得是身份证号/);
    },
  );

  it('takes no id that a case bears, and says so, whatever that case allows', () => {
    given(received('2024-03-01'))
      .when(receiveApplication, { on: '2024-03-04', channel: 'fax', applicantRef: 'p-2', applicantKind: 'other' })
      .thenRefused('case-id-in-use');
  });

  it('says plainly that a number is empty or too long', () => {
    expect(() => caseAfter(received('2024-03-01', { caseNumber: '　 ' }))).toThrow(/登记号不能为空/);
    expect(() => caseAfter(received('2024-03-01', { caseNumber: '号'.repeat(65) }))).toThrow(/登记号不超过 64 字/);
  });

  it('keeps arrival and receipt together when the entry is rectified', () => {
    const rectification = { on: '2024-03-10', revision: 0, reason: 'wrong-date', approvedBy: 'head-1' };
    given(received('2024-03-01'))
      .when(rectifyEntry, { ...rectification, action: { kind: 'correct', fields: { on: '2024-03-04' } } })
      .thenRefused('receipt-date-wrong');
    given(received('2024-03-01'))
      .when(rectifyEntry, {
        ...rectification,
        action: { kind: 'correct', fields: { on: '2024-03-04', receivedOn: '2024-03-04' } },
      })
      .thenCase({ arrivedOn: '2024-03-04', receivedOn: '2024-03-04' });
  });
});
