import { Refused, RuleBroken, type LocalDate } from '#kernel';
import type { Case } from '../case.js';
import type { GroundFacts } from './grounds.js';

const PATH = 'body.facts.earlierCaseId';

/**
 * The day of the earlier answer that makes an application a repetition (Art. 36(6)): read from the earlier case where it is on
 * record, else as stated. `undefined` when none is named. Raises `earlier-case-unfit` for a case of somebody else or one that
 * ended without a reply, and refuses with `earlier-case-open` while the earlier one is open: then merge (Q16).
 */
export function earlierReplyDate(
  state: Case,
  facts: GroundFacts | undefined,
  related: Case | null,
): LocalDate | undefined {
  if (facts?.earlierCaseId === undefined) return facts?.earlierReply?.repliedOn;
  if (related === null || related.caseId !== facts.earlierCaseId || related.agency !== state.agency) {
    throw new RuleBroken('earlier-case-unfit', PATH, `本机关没有申请件 ${facts.earlierCaseId}`);
  }
  if (related.applicantRef !== state.applicantRef) {
    throw new RuleBroken('earlier-case-unfit', PATH, '此前的申请件不是同一申请人提出的');
  }
  if (related.ending === null) {
    throw new Refused('earlier-case-open', '此前的申请件尚未办结，不构成重复申请；可将本件并入（merge-application）', {
      hint: 'merge-application',
      earlierCaseId: related.caseId,
    });
  }
  if (related.reply === null)
    throw new RuleBroken('earlier-case-unfit', PATH, '此前的申请件没有作出答复，不构成重复申请');
  return related.reply.dispatchedOn;
}
