import { TABLE4_BLOCK_LABELS, TABLE4_COLUMN_LABELS, TABLE4_COLUMNS, type Table4Block } from '#statistics';
import type { Form, Head } from './form.js';

/** Table 4, the same in both forms (DR 2.4): 15 figures, in this order. */
export const TABLE4: Form['table4'] = {
  heads: [block('review'), { label: '行政诉讼', under: [block('suitDirect'), block('suitAfterReview')] }],
  blocks: ['review', 'suitDirect', 'suitAfterReview'],
};

function block(id: Table4Block): Head {
  const columns = TABLE4_COLUMNS.map((column) => ({ label: TABLE4_COLUMN_LABELS[column] }));
  return { label: TABLE4_BLOCK_LABELS[id], under: columns };
}
