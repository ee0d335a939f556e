import { ROLES, StoreCorrupt, type Instant, type Role } from '#kernel';
import type { TokenRecord } from './token.js';

/** A row of the table of tokens, as SQLite hands it over. */
export type TokenRow = Readonly<Record<string, unknown>>;

/** Agencies in one column: `*`, or ids with a space between (no id holds one). */
export function agenciesColumn(agencies: readonly string[] | '*'): string {
  return agencies === '*' ? '*' : agencies.join(' ');
}

/** The record in a row. Raises `store-corrupt` when the row was not written by this software. */
export function recordOf(row: TokenRow): TokenRecord {
  const agencies = text(row, 'agencies');
  return {
    id: text(row, 'id'),
    staffId: text(row, 'staff_id'),
    role: roleOf(text(row, 'role')),
    agencies: agencies === '*' ? '*' : agencies.split(' '),
    createdAt: text(row, 'created_at') as Instant,
    expiresAt: text(row, 'expires_at') as Instant,
    revokedAt: row['revoked_at'] === null ? null : (text(row, 'revoked_at') as Instant),
  };
}

function text(row: TokenRow, column: string): string {
  const value = row[column];
  if (typeof value === 'string') return value;
  throw new StoreCorrupt(`访问令牌库的 ${column} 列已损坏`);
}

function roleOf(value: string): Role {
  const role = ROLES.find((known) => known === value);
  if (role) return role;
  throw new StoreCorrupt('访问令牌库中有未知的角色');
}
