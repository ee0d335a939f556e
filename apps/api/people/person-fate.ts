import { STATUS_LABELS, type Case, type CaseStatus } from '#casework';
import type { LocalDate } from '#kernel';
import type { Erasure } from '#privacy';

/** A case for which a person is still needed. */
export interface HoldingCase {
  readonly caseId: string;
  readonly status: CaseStatus;
  /** `null` while the case is open. */
  readonly endedOn: LocalDate | null;
  /** What has to happen before the person may go: the case ends, its remedies end, its erasure is decided after its retention. */
  readonly until: 'case-ended' | 'remedies-concluded' | 'erasure-decided';
  /** Plain Chinese. */
  readonly message: string;
}

/** What became of a person of a case whose personal data are to be erased. */
export interface PersonFate {
  readonly ref: string;
  /**
   * `erased`: unreadable for ever. `held`: other cases of the agency still need the person. `not-recorded`: nothing is on record under
   * this reference for the agency. `pending`: decided, and carried out as soon as the service has its master key.
   */
  readonly fate: 'erased' | 'held' | 'not-recorded' | 'pending';
  /** Effective date of the erasure of whoever was erased, by this decision or an earlier one. */
  readonly erasedOn: LocalDate | null;
  readonly heldBy: readonly HoldingCase[];
  /** Plain Chinese. */
  readonly message: string;
}

/** Of a person who was erased. */
export function erasedFate({ personRef: ref, on }: Erasure): PersonFate {
  return { ref, fate: 'erased', erasedOn: on, heldBy: [], message: `个人信息已于 ${on} 销毁，任何地方都无法再读出` };
}

/** Of a person whom other cases of the agency still need. */
export function heldFate(ref: string, cases: readonly Case[]): PersonFate {
  const heldBy = cases.map(holdingCase);
  const which = heldBy.map(({ caseId }) => caseId).join('、');
  return {
    ref,
    fate: 'held',
    erasedOn: null,
    heldBy,
    message: `仍为案件 ${which} 所需，尚未销毁；逐件决定删除之后即行销毁`,
  };
}

/** Of a reference under which the vault holds nothing of the agency. */
export function absentFate(ref: string): PersonFate {
  return { ref, fate: 'not-recorded', erasedOn: null, heldBy: [], message: '本机关没有登记过该人的个人信息，无须销毁' };
}

/** Of a person of a decision that waits for the master key. */
export function pendingFate(ref: string): PersonFate {
  return { ref, fate: 'pending', erasedOn: null, heldBy: [], message: '决定已记录；配置主密钥并重启服务后即行销毁' };
}

/** A case for which a person is still needed, and until when. */
export function holdingCase({ caseId, status, ending, remedies }: Case): HoldingCase {
  const label = STATUS_LABELS[status];
  if (ending === null) {
    const message = `案件 ${caseId} 现为“${label}”：办结且保管期限届满之后方可决定删除`;
    return { caseId, status, endedOn: null, until: 'case-ended', message };
  }
  const held = { caseId, status, endedOn: ending.on };
  if (remedies.some(({ concludedOn }) => concludedOn === null)) {
    const message = `案件 ${caseId} 已于 ${ending.on} 办结，尚有复议或诉讼未审结`;
    return { ...held, until: 'remedies-concluded', message };
  }
  const message = `案件 ${caseId} 已于 ${ending.on} 办结，尚未决定删除：其保管期限届满之后办理“删除个人信息”`;
  return { ...held, until: 'erasure-decided', message };
}
