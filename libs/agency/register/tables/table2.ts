import type { ReportForm } from '../../report-form.js';
import type { RegisterCounters } from '../register-counters.js';
import type { DecisionKind, DocumentKind } from '../register-item.js';
import { yuan10k, yuan10kNumber } from './yuan10k.js';
import { YearReading, type Known } from './year-reading.js';

/** Table 2 in the 2021 form, in the shape of published data. */
export interface Table2Of2021 {
  readonly regulations: MadeRepealedInForce;
  readonly normativeDocuments: MadeRepealedInForce;
  readonly licensing: Decisions;
  readonly penalty: Decisions;
  readonly coercion: Decisions;
  /** 万元 */
  readonly fees: { readonly amount10k: number };
}

/** 本年制发件数, 本年废止件数, 现行有效件数. */
export interface MadeRepealedInForce {
  readonly made: number;
  readonly repealed: number;
  readonly inForce: Known;
}

/** 本年处理决定数量. */
export interface Decisions {
  readonly decisions: number;
}

/** Table 2 in the 2019 form, in the shape of published data. */
export interface Table2Of2019 {
  readonly regulations: NewAndPublished;
  readonly normativeDocuments: NewAndPublished;
  readonly licensing: InventoryAndDecisions;
  readonly otherServices: InventoryAndDecisions;
  readonly penalty: InventoryAndDecisions;
  readonly coercion: InventoryAndDecisions;
  readonly fees: Inventory;
  /** `amountText`: the amount with its unit, such as `123.4万元`. */
  readonly procurement: { readonly projects: number; readonly amountText: string };
}

/** 本年新制作数量, 本年新公开数量, 对外公开总数量. */
export interface NewAndPublished {
  readonly madeNew: number;
  readonly publishedNew: number;
  readonly publishedTotal: Known;
}

/** 上一年项目数量, 本年增/减 (negative: fewer). */
export interface Inventory {
  readonly itemsLastYear: Known;
  readonly change: Known;
}

/** The inventory and 处理决定数量. */
export interface InventoryAndDecisions extends Inventory, Decisions {}

/**
 * Table 2 of `year` from the registers of one agency, of this year and of all others there are, in the named form (DR 2.2).
 * Unknown is `null`, never 0: balances that nobody stated, inventories that were not taken. What is counted as done is 0 where
 * nothing is on record.
 */
export function table2Of(counters: Iterable<RegisterCounters>, year: number, form: '2021'): Table2Of2021;
export function table2Of(counters: Iterable<RegisterCounters>, year: number, form: '2019'): Table2Of2019;
export function table2Of(
  counters: Iterable<RegisterCounters>,
  year: number,
  form: ReportForm,
): Table2Of2021 | Table2Of2019;
export function table2Of(
  counters: Iterable<RegisterCounters>,
  year: number,
  form: ReportForm,
): Table2Of2021 | Table2Of2019 {
  const reading = new YearReading(counters, year);
  return form === '2021' ? in2021(reading) : in2019(reading);
}

function in2021(reading: YearReading): Table2Of2021 {
  const documents = (kind: DocumentKind): MadeRepealedInForce => ({
    made: reading.done(`${kind}.made`),
    repealed: reading.done(`${kind}.repealed`),
    inForce: reading.inForce(kind),
  });
  const decisions = (kind: DecisionKind): Decisions => ({ decisions: reading.done(`${kind}.decisions`) });
  return {
    regulations: documents('regulations'),
    normativeDocuments: documents('normativeDocuments'),
    licensing: decisions('licensing'),
    penalty: decisions('penalty'),
    coercion: decisions('coercion'),
    fees: { amount10k: yuan10kNumber(reading.done('fees.fen')) },
  };
}

function in2019(reading: YearReading): Table2Of2019 {
  const documents = (kind: DocumentKind): NewAndPublished => ({
    madeNew: reading.done(`${kind}.made`),
    publishedNew: reading.done(`${kind}.published`),
    publishedTotal: reading.publishedTotal(kind),
  });
  const items = (kind: DecisionKind): InventoryAndDecisions => ({
    ...reading.inventory(kind),
    decisions: reading.done(`${kind}.decisions`),
  });
  return {
    regulations: documents('regulations'),
    normativeDocuments: documents('normativeDocuments'),
    licensing: items('licensing'),
    otherServices: items('otherServices'),
    penalty: items('penalty'),
    coercion: items('coercion'),
    fees: reading.inventory('fees'),
    procurement: {
      projects: reading.done('procurement.projects'),
      amountText: `${yuan10k(reading.done('procurement.fen'))}万元`,
    },
  };
}
