import { cell4 } from '../cells.js';
import { TABLE4_BLOCKS, TABLE4_COLUMNS, type Table4Column } from '../columns.js';
import { TABLE4_BLOCK_LABELS, TABLE4_COLUMN_LABELS } from '../labels.js';
import { cellsRead, checkEquations, type Equation } from './equation.js';
import { alwaysError, type Rule } from './rule.js';

/** Per block of table 4: 结果维持 + 结果纠正 + 其他结果 + 尚未审结 = 总计. */
const EQUATIONS: readonly Equation[] = TABLE4_BLOCKS.map((block) => {
  const term = (column: Table4Column) => ({ label: TABLE4_COLUMN_LABELS[column], cell: cell4(block, column) });
  return {
    about: TABLE4_BLOCK_LABELS[block],
    left: TABLE4_COLUMNS.filter((column) => column !== 'total').map(term),
    right: [term('total')],
  };
});

/** V4: every block of table 4 adds up to its total. */
export const remedyTotals: Rule = {
  id: 'V4',
  version: 1,
  title: '行政复议、行政诉讼各组：结果维持、结果纠正、其他结果、尚未审结之和等于总计',
  source: '年度报告格式表四“总计”列',
  reads: () => cellsRead(EQUATIONS),
  severity: alwaysError,
  check: ({ figures }) => checkEquations(figures, EQUATIONS, '表四'),
};
