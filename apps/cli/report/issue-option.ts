import { integerOption } from '../shell/parse.js';

/** Which version of a report: an issued one, or the draft. Raises `UsageFault`. */
export function issueOption(value: string): number | 'draft' {
  return value === 'draft' ? value : integerOption('--issue', value, 1, 9_999);
}
