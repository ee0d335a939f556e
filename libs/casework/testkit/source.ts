import type { SourcePosition } from '#kernel';

/** A row of an older register, for specifications. */
export const SOURCE: SourcePosition = {
  file: '2023年台账.xlsx',
  fileSha256: 'a'.repeat(64),
  sheet: '依申请公开',
  row: 5,
  rowSha256: 'b'.repeat(64),
  declared: [],
};
