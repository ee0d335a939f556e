import { RuleBroken } from '#kernel';

/** Four eyes: raises `four-eyes` when the person who records an exception also approves it. `at` is the path of the approver. */
export function assertApprovedByAnother(approvedBy: string, actor: string, at = 'body.approvedBy'): void {
  if (approvedBy !== actor) return;
  throw new RuleBroken('four-eyes', at, '批准人不能是经办本人');
}
