import { cell3, cellKey } from '#statistics';
import type { AuditFault } from './audit-year.js';

/** A case that is on one side only, and whether what came after the closing explains it. */
export interface Unmatched {
  readonly caseId: string;
  /** `drift`: facts behind the edition, not yet settled, though they may cancel out in every figure; `adjustment`: such facts, accepted; `null`: nothing explains it. */
  readonly explainedBy: 'drift' | 'adjustment' | null;
}

/** The statements of carrying forward beside the derived 结转下年度, case by case. */
export interface CarriedAudit {
  readonly stated: number;
  readonly derived: number;
  /** Open at the end of the year, but not stated. */
  readonly missing: readonly Unmatched[];
  /** Stated, but not open at the end of the year. */
  readonly surplus: readonly Unmatched[];
}

/** Compares the two sets both ways. `moved` are the cases whose later entries moved them between cells of the year; `by` is what became of that. */
export function compareCarried(
  stated: readonly string[],
  derived: readonly string[],
  moved: ReadonlySet<string>,
  by: 'drift' | 'adjustment',
): CarriedAudit {
  const without = (these: readonly string[], those: readonly string[]): readonly Unmatched[] => {
    const known = new Set(those);
    return these
      .filter((caseId) => !known.has(caseId))
      .map((caseId) => ({ caseId, explainedBy: moved.has(caseId) ? by : null }));
  };
  return {
    stated: stated.length,
    derived: derived.length,
    missing: without(derived, stated),
    surplus: without(stated, derived),
  };
}

/** A fault for each side with cases that no accepted adjustment explains. */
export function carriedFault({ missing, surplus }: CarriedAudit): readonly AuditFault[] {
  const cells = [cellKey(cell3('carriedOut', 'total'))];
  const fault = (message: string, unmatched: readonly Unmatched[]): readonly AuditFault[] => {
    const caseIds = unmatched.filter((one) => one.explainedBy !== 'adjustment').map(({ caseId }) => caseId);
    return caseIds.length === 0 ? [] : [{ check: 'carry-forward', message, caseIds, cells }];
  };
  return [...fault('年末未办结而没有结转记录的案件', missing), ...fault('有结转记录而年末并非未办结的案件', surplus)];
}
