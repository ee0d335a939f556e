import { z } from 'zod';
import { RESULT_ROWS_2021 } from '#casework';

const MOST = 1_000_000_000;

/** A count as published; `null`: blank, which is not 0. */
const figureSchema = z
  .int('应为不小于 0 的整数；空白为 null')
  .min(0, '应为不小于 0 的整数；空白为 null')
  .max(MOST, `不超过 ${MOST}`)
  .nullable();

const changeSchema = z
  .int('应为整数；空白为 null')
  .min(-MOST, `不小于 -${MOST}`)
  .max(MOST, `不超过 ${MOST}`)
  .nullable();

/** A row of table 2; a column that was not visible may be left out. */
function row<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  return z.strictObject(shape).partial();
}

const madeRepealedInForce = row({ made: figureSchema, repealed: figureSchema, inForce: figureSchema });
const newAndPublished = row({ madeNew: figureSchema, publishedNew: figureSchema, publishedTotal: figureSchema });
const decisions = row({ decisions: figureSchema });
const inventory = { itemsLastYear: figureSchema, change: changeSchema };
const inventoryAndDecisions = row({ ...inventory, decisions: figureSchema });

/** Table 2 by form, with money in the manner of the file or of the event; a row that was not visible may be left out. */
export function table2SchemaOf<Money extends z.ZodType>(money: Money) {
  return {
    '2021': row({
      regulations: madeRepealedInForce,
      normativeDocuments: madeRepealedInForce,
      licensing: decisions,
      penalty: decisions,
      coercion: decisions,
      fees: row({ amount10k: money }),
    }),
    '2019': row({
      regulations: newAndPublished,
      normativeDocuments: newAndPublished,
      licensing: inventoryAndDecisions,
      otherServices: inventoryAndDecisions,
      penalty: inventoryAndDecisions,
      coercion: inventoryAndDecisions,
      fees: row(inventory),
      procurement: row({ projects: figureSchema, amountText: z.string().max(100, '不超过 100 字').nullable() }),
    }),
  } as const;
}

/** Rows of table 3 in either form. */
const TABLE3_ROWS = ['new', 'carriedIn', ...RESULT_ROWS_2021, 'other.all', 'resolvedTotal', 'carriedOut'] as const;

/** Table 3: seven figures a row, in the order of the columns; a row that was not visible is left out. */
export const publishedTable3Schema = z
  .partialRecord(z.enum(TABLE3_ROWS), z.array(figureSchema).length(7, '每行应有 7 个数'))
  .nullable()
  .describe('表三：行编号到 7 个数');

const block = z.array(figureSchema).length(5, '每组应有 5 个数');

/** Table 4: five figures a block. */
export const publishedTable4Schema = z
  .strictObject({ review: block, suitDirect: block, suitAfterReview: block })
  .nullable()
  .describe('表四：行政复议、未经复议直接起诉、复议后起诉，各 5 个数');
