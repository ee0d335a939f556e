import { instantSchema, localDateSchema, type Instant, type LocalDate, type Position } from '#kernel';
import type { z } from 'zod';
import { UsageFault } from './usage-fault.js';

/** A whole number within bounds. Raises {@link UsageFault}. */
export function integerOption(name: string, value: string, least: number, most: number): number {
  const number = /^-?\d{1,15}$/.test(value) ? Number(value) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new UsageFault(`${name} 应为 ${least} 至 ${most} 的整数，而不是 ${value}`);
}

/** A year with books. */
export function yearOption(value: string): number {
  return integerOption('--year', value, 2007, 9999);
}

/** How many lines a page of an answer has. */
export function limitOption(value: string): number {
  return integerOption('--limit', value, 1, 500);
}

/** A day. */
export function dateOption(name: string, value: string): LocalDate {
  return parsed(name, value, localDateSchema);
}

/** A moment. */
export function instantOption(name: string, value: string): Instant {
  return parsed(name, value, instantSchema);
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
