import { RuleBroken } from '#kernel';

/** Four eyes: raises `four-eyes` when the person who records an exception also approves it. */
export function assertApprovedByAnother(approvedBy: string, actor: string): void {
  if (approvedBy !== actor) return;
  throw new RuleBroken('four-eyes', 'body.approvedBy', '批准人不能是经办本人');
}
