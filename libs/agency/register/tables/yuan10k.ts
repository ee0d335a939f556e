/** 1 万元 = 10,000 yuan = 1,000,000 fen: six decimals hold every amount. */
const DECIMALS = 6;

/**
 * An amount in 万元, from whole fen, by integer and text arithmetic. Without `decimals` exact and as short as possible
 * (`7730.28`); with it so many decimals, rounded half up (`7730.2800`).
 */
export function yuan10k(fen: number, decimals?: number): string {
  if (decimals === undefined) return placePoint(fen, DECIMALS).replace(/\.?0+$/, '');
  const unit = 10 ** (DECIMALS - decimals);
  const rest = fen % unit;
  const units = (fen - rest) / unit + (rest * 2 >= unit ? 1 : 0);
  return placePoint(units, decimals);
}

/**
 * The amount as a JSON number in 万元, as published tables have it. The only place where a number that is not whole comes into
 * being, at the edge of output: never calculate with it. Exact up to MOST_FEN, since 15 significant digits survive.
 */
export function yuan10kNumber(fen: number): number {
  return Number(yuan10k(fen));
}

/** The digits of a whole number with the decimal point `decimals` places from the right. */
function placePoint(whole: number, decimals: number): string {
  const digits = String(whole).padStart(decimals + 1, '0');
  return decimals === 0 ? digits : `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/** The whole fen of an amount in 万元 as published data has it, by its digits: 7730.28 is 7,730,280,000 fen. At most six decimals. */
export function fenOfYuan10k(amount10k: number | string): number {
  const [whole = '', fraction = ''] = String(amount10k).split('.');
  return Number(whole + fraction.padEnd(DECIMALS, '0'));
}
