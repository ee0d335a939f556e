import { GongkaiError, type Principal, type Role } from '#kernel';

export type { Principal } from '#kernel';

/** Raises `outside-scope` (kind forbidden) unless the principal is bound to the agency. */
export function assertScope(principal: Principal, agency: string): void {
  if (principal.agencies === '*' || principal.agencies.includes(agency)) return;
  throw new GongkaiError('forbidden', 'outside-scope', `无权办理机关 ${agency} 的事项`, { agency });
}

/** Raises `role-not-allowed` (kind forbidden) unless the principal has one of the roles; the facts list them. */
export function assertRole(principal: Principal, roles: readonly Role[]): void {
  if (roles.includes(principal.role)) return;
  throw new GongkaiError(
    'forbidden',
    'role-not-allowed',
    `角色 ${principal.role} 不能办理此事项，须为：${roles.join('、')}`,
    {
      role: principal.role,
      allowedRoles: roles,
    },
  );
}
