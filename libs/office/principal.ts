import { GongkaiError, NotFound, ROLE_LABELS, type Principal, type Role } from '#kernel';

export type { Principal } from '#kernel';

/** Whether the principal is bound to the agency. */
export function isInScope({ agencies }: Principal, agency: string): boolean {
  return agencies === '*' || agencies.includes(agency);
}

/** Raises `outside-scope` (kind forbidden) unless the principal is bound to the agency. */
export function assertScope(principal: Principal, agency: string): void {
  if (isInScope(principal, agency)) return;
  throw new GongkaiError('forbidden', 'outside-scope', `无权办理机关 ${agency} 的事项`, { agency });
}

/**
 * Raises `not-found` unless the principal is bound to the agency of the case: whoever may not see a case is not told either that
 * its number is taken.
 */
export function assertCaseInScope(principal: Principal, caseId: string, agency: string): void {
  if (isInScope(principal, agency)) return;
  throw new NotFound('案件', caseId);
}

/** Raises `role-not-allowed` (kind forbidden) unless the principal has one of the roles; the facts list them. */
export function assertRole({ role }: Principal, roles: readonly Role[]): void {
  if (roles.includes(role)) return;
  const allowed = roles.map((one) => ROLE_LABELS[one]).join('、');
  throw new GongkaiError(
    'forbidden',
    'role-not-allowed',
    `角色“${ROLE_LABELS[role]}”不能办理此事项，须为：${allowed}`,
    { role, allowedRoles: roles },
  );
}
