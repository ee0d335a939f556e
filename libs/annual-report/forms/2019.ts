import type { Form } from './form.js';
import { SECTIONS } from './sections.js';
import { partOf } from './table2.js';
import { row, table3With } from './table3.js';
import { TABLE4 } from './table4.js';

const DOCUMENTS = ['madeNew', 'publishedNew', 'publishedTotal'] as const;
const INVENTORY = ['itemsLastYear', 'change'] as const;

/** The form for reports on 2019 and 2020, on trial (DR 2.2 to 2.4); some later reports kept it. */
export const FORM_2019: Form = {
  id: '2019',
  letter: '国办公开办函〔2019〕60号',
  sections: SECTIONS,
  table2: [
    partOf('2019', '第二十条第（一）项', ['regulations', 'normativeDocuments'], DOCUMENTS),
    partOf('2019', '第二十条第（五）项', ['licensing', 'otherServices'], [...INVENTORY, 'decisions']),
    partOf('2019', '第二十条第（六）项', ['penalty', 'coercion'], [...INVENTORY, 'decisions']),
    partOf('2019', '第二十条第（八）项', ['fees'], INVENTORY),
    partOf('2019', '第二十条第（九）项', ['procurement'], ['projects', 'amountText']),
  ],
  table3: table3With(row('other.all')),
  table4: TABLE4,
};
