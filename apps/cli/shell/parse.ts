import { instantSchema, localDateSchema, type Instant, type LocalDate, type Position } from '#kernel';
import { z } from 'zod';
import { YEARS } from '#agency';
import { UsageFault } from './usage-fault.js';

/** A whole number within bounds. Raises {@link UsageFault}. */
export function integerOption(name: string, value: string, least: number, most: number): number {
  const number = /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageFault(`${name} 应为 ${least} 至 ${most} 的整数，而不是 ${value}`);
}

/** A statistical year. */
export function yearOption(value: string, name = '--year'): number {
  return integerOption(name, value, YEARS.first, YEARS.last);
}

/** How many lines a page of an answer has. */
export function limitOption(value: string): number {
  return integerOption('--limit', value, 1, 500);
}

/** A day. */
export function dateOption(name: string, value: string): LocalDate {
  return parsed(name, value, localDateSchema);
}

/** How a moment is written on the command line, for help. */
export const INSTANT_HELP = '不写时差即北京时间，例如 "2024-03-01 09:00"；也可写 +08:00 这样的时差，或以 Z 结尾写 UTC';

const MOMENT = /^(?<day>[-\d]+)[T ](?<minute>\d\d:\d\d)(?<seconds>:\d\d(?:\.\d{1,3})?)?(?<offset>Z|[+-]\d\d:\d\d)?$/;

/**
 * A moment: with an offset, in UTC (`Z`), or without either in Beijing time, which is UTC+8 the whole year since 1992; seconds and
 * milliseconds may be left out, a blank may stand for `T`. Everything behind the command line speaks UTC. Raises {@link UsageFault}.
 */
export function instantOption(name: string, value: string): Instant {
  const { day, minute, seconds = ':00', offset = '+08:00' } = MOMENT.exec(value)?.groups ?? {};
  const moment = z.iso.datetime({ offset: true }).safeParse(`${day}T${minute}${seconds}${offset}`);
  // A day at either end of the calendar may leave it in UTC.
  const instant = instantSchema.safeParse(moment.success && new Date(moment.data).toISOString());
  if (instant.success) return instant.data;
  throw new UsageFault(
    `${name} 应为时刻：北京时间 2024-03-01T09:00、带时差 2024-03-01T09:00+08:00 或 UTC 2024-03-01T01:00:00Z（秒可省），而不是 ${value}`,
  );
}

/** A place in the log; the zeros in front need not be typed. */
export function positionOption(name: string, value: string): Position {
  if (/^\d{1,16}$/.test(value)) return value.padStart(16, '0');
  throw new UsageFault(`${name} 应为事件库位置（至多 16 位数字，例如 1048），而不是 ${value}`);
}

/** One of some words. */
export function choiceOption<T extends string>(name: string, value: string, choices: readonly T[]): T {
  const found = choices.find((choice) => choice === value);
  if (found !== undefined) return found;
  throw new UsageFault(`${name} 应为以下之一：${choices.join('、')}；而不是 ${value}`);
}

/** What an option must say where the command cannot do without it. */
export function required<T>(name: string, value: T | undefined): T {
  if (value !== undefined) return value;
  throw new UsageFault(`缺少必需的选项 ${name}`);
}

/** Words separated by commas. */
export function listOption(value: string): readonly string[] {
  return value.split(/[,，]/).map((word) => word.trim());
}

function parsed<T>(name: string, value: string, schema: z.ZodType<T>): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new UsageFault(`${name} ${result.error.issues[0]?.message ?? '有误'}，而不是 ${value}`);
}
