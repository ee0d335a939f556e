/** 1 万元 = 1,000,000 fen. */
const DECIMALS = 6;

/** The whole fen of an amount in 万元 as published data has it, by its digits: 7730.28 is 7,730,280,000 fen. */
export function fenOf(amount10k: number): number {
  const [whole = '', fraction = ''] = String(amount10k).split('.');
  return Number(whole + fraction.padEnd(DECIMALS, '0'));
}
