import { Refused, RuleBroken, type LocalDate } from '#kernel';
import type { Case } from '../case.js';
import { notBefore } from '../rules.js';

const PATH = 'body.splitFrom';

/**
 * A part of an application (一事一申请) is an application of its own: the same applicant, the same agency, arrived with the whole or, filed
 * anew on advice, after it. A part may be entered late, when the whole is closed by now; what arrives after the whole has ended is no part
 * of it. Raises `split-source-unfit`, `date-order`, or refuses with `split-source-closed`.
 */
export function assertPartOf(
  whole: Case | null,
  id: string,
  part: { readonly caseId: string; readonly agency: string; readonly applicantRef: string; readonly on: LocalDate },
): void {
  if (id === part.caseId) throw unfit('申请件不能由自身拆分');
  if (whole === null || whole.caseId !== id || whole.agency !== part.agency) throw unfit(`本机关没有申请件 ${id}`);
  if (whole.applicantRef !== part.applicantRef) throw unfit(`申请件 ${id} 不是同一申请人提出的`);
  notBefore(part.on, whole.arrivedOn, '被拆分的申请到达之日');
  if (whole.ending !== null && whole.ending.on < part.on) {
    throw new Refused(
      'split-source-closed',
      `申请件 ${id} 已于 ${whole.ending.on} 办结，此后到达的不是由它拆分的，请作为新的申请登记（不填 splitFrom）`,
      { caseId: id, endedOn: whole.ending.on },
    );
  }
}

function unfit(message: string): RuleBroken {
  return new RuleBroken('split-source-unfit', PATH, message);
}
