import { APPLICANT_KINDS, REMEDY_RESULTS, type RemedyKind } from '#casework';

/** The seven columns of table 3: six applicant kinds and 总计, in the order of the form. */
export const TABLE3_COLUMNS = [...APPLICANT_KINDS, 'total'] as const;
export type Table3Column = (typeof TABLE3_COLUMNS)[number];

/** The three blocks of table 4, in the order of the form; ids as in published data. */
export const TABLE4_BLOCKS = ['review', 'suitDirect', 'suitAfterReview'] as const;
export type Table4Block = (typeof TABLE4_BLOCKS)[number];

/** The five columns of every block of table 4: three results, 尚未审结, 总计, in the order of the form. */
export const TABLE4_COLUMNS = [...REMEDY_RESULTS, 'pending', 'total'] as const;
export type Table4Column = (typeof TABLE4_COLUMNS)[number];

const BLOCKS: Readonly<Record<RemedyKind, Table4Block>> = {
  reconsideration: 'review',
  'litigation-direct': 'suitDirect',
  'litigation-after-reconsideration': 'suitAfterReview',
};

const KINDS: Readonly<Record<Table4Block, RemedyKind>> = {
  review: 'reconsideration',
  suitDirect: 'litigation-direct',
  suitAfterReview: 'litigation-after-reconsideration',
};

/** The block of table 4 in which matters of this kind are counted. */
export function blockOf(kind: RemedyKind): Table4Block {
  return BLOCKS[kind];
}

/** The kind of matter that a block of table 4 counts. */
export function kindOf(block: Table4Block): RemedyKind {
  return KINDS[block];
}
