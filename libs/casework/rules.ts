import { RuleBroken, type LocalDate } from '#kernel';

/** Raises `date-order` unless `date` is on or after `floor`; `what` names the earlier fact in Chinese. */
export function notBefore(date: LocalDate, floor: LocalDate | null, what: string, path = 'body.on'): void {
  if (floor !== null && date < floor) {
    throw new RuleBroken('date-order', path, `日期 ${date} 早于${what}（${floor}）`, { date, notBefore: floor });
  }
}

/** Raises `date-order` unless `date` lies after `end`, the last day of a period that must have run out. */
export function after(date: LocalDate, end: LocalDate, what: string, path = 'body.on'): void {
  if (date <= end) {
    throw new RuleBroken('period-still-running', path, `${what}至 ${end} 届满，${date} 尚未逾期`, {
      date,
      periodEnds: end,
    });
  }
}
