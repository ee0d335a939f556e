/** What a table covers: the agency alone, a government with its departments (本级), every body of the territory (DR 4). */
export const TABLE_SCOPES = ['own', 'level', 'region'] as const;
export type TableScope = (typeof TABLE_SCOPES)[number];

/** Names of the scopes, plain Chinese. */
export const TABLE_SCOPE_LABELS: Readonly<Record<TableScope, string>> = {
  own: '本机关',
  level: '本级',
  region: '本地区',
};
