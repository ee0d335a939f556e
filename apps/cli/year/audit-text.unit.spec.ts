import { expect, it } from '@jest/globals';
import { sharedNumberText } from './audit-text.js';

it('a number that several cases bear is told with all of them, and with what to do', () => {
  expect(sharedNumberText({ caseNumber: '收〔2024〕3号', caseIds: ['a', 'b'] })).toBe(
    '提示：登记号 收〔2024〕3号 由 2 件共用（a、b）；登记号有误的，请更正',
  );
});
