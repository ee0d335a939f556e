import { z } from 'zod';
import { exactLineSchema } from '#kernel';

/** Official name of an agency. Public, hence in clear. */
export const agencyNameSchema = exactLineSchema('机关名称', 100);

/** Why an entry is corrected or a rule waived. About figures, never about a person. */
export const reasonSchema = exactLineSchema('理由', 500);

/**
 * The statistical years that there are, for entries, addresses and options alike. The Regulation has been in force since 2008;
 * balances may be stated for the year before.
 */
export const YEARS = { first: 2007, last: 2100 } as const;

/** A statistical year. */
export const yearSchema = z
  .int({ error: '年度应为整数' })
  .min(YEARS.first, `年度不早于 ${YEARS.first}`)
  .max(YEARS.last, `年度不晚于 ${YEARS.last}`);

const MOST_COUNT = 1_000_000_000;
const COUNT_RANGE = `至 ${MOST_COUNT} 的整数`;

/** A number of things that were done: at least one. */
export const countSchema = z
  .int({ error: `应为 1 ${COUNT_RANGE}` })
  .min(1, `应为 1 ${COUNT_RANGE}`)
  .max(MOST_COUNT, `应为 1 ${COUNT_RANGE}`);

/** A number of things there are: an explicit 0 is a statement too. */
export const stockSchema = z
  .int({ error: `应为 0 ${COUNT_RANGE}` })
  .min(0, `应为 0 ${COUNT_RANGE}`)
  .max(MOST_COUNT, `应为 0 ${COUNT_RANGE}`);

/**
 * The largest amount in fen that a register takes, for one entry and for the sum of a year: its form in 万元 has 15
 * significant digits, as many as a JSON number always keeps.
 */
export const MOST_FEN = 999_999_999_999_999;

const FEN_RANGE = `金额以分计，应为 0 至 ${MOST_FEN} 的整数`;

/** An amount of money in fen, exact. */
export const amountFenSchema = z.int({ error: FEN_RANGE }).min(0, FEN_RANGE).max(MOST_FEN, FEN_RANGE);
