import { TABLE3_GROUP_LABELS } from '#statistics';
import type { Form } from './form.js';
import { SECTIONS } from './sections.js';
import { partOf } from './table2.js';
import { group, table3With } from './table3.js';
import { TABLE4 } from './table4.js';

/** The form for reports on 2021 and later (DR 2.2 to 2.4). */
export const FORM_2021: Form = {
  id: '2021',
  letter: '国办公开办函〔2021〕30号',
  sections: SECTIONS,
  table2: [
    partOf('2021', '第二十条第（一）项', ['regulations', 'normativeDocuments'], ['made', 'repealed', 'inForce']),
    partOf('2021', '第二十条第（五）项', ['licensing'], ['decisions']),
    partOf('2021', '第二十条第（六）项', ['penalty', 'coercion'], ['decisions']),
    partOf('2021', '第二十条第（八）项', ['fees'], ['amount10k']),
  ],
  table3: table3With(group(TABLE3_GROUP_LABELS.other, 'other.overdueCorrection', 'other.overdueFee', 'other.other')),
  table4: TABLE4,
};
