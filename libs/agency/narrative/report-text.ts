import { z } from 'zod';
import { ONE_LINE } from '#kernel';
import { REPORT_PART_LABELS, REPORT_PARTS } from './report-part.js';

const MOST_PART = 20_000;
const MOST_SENTENCE = 1_000;

/** Text of a part: paragraphs separated by line feeds; empty where the report says nothing there. */
export const partTextSchema = z
  .string({ error: '应为文字' })
  .max(MOST_PART, `不超过 ${MOST_PART} 字`)
  .refine((text) => text.split('\n').every((line) => ONE_LINE.test(line)), '只能以换行符分段，不能含其他控制字符')
  .refine((text) => text === '' || text.trim() !== '', '不能只有空白；没有内容的写空文字')
  .describe('各段以换行符分开；空文字表示本年度此处没有内容；不得写入个人信息');

/** A sentence that a person puts in the place of a generated one. */
export const sentenceTextSchema = z
  .string({ error: '应为文字' })
  .max(MOST_SENTENCE, `不超过 ${MOST_SENTENCE} 字`)
  .regex(ONE_LINE, '应为一段，不能含控制字符')
  .refine((text) => text.trim() !== '', '不能为空')
  .describe('改写后的句子；不得写入个人信息');

/** Which part of the report. */
export const reportPartSchema = z
  .enum(REPORT_PARTS, { error: `应为以下之一：${REPORT_PARTS.join('、')}` })
  .describe(REPORT_PARTS.map((part) => `${part}=${REPORT_PART_LABELS[part]}`).join('；'));

/** Stable id of a generated sentence, such as `applications.received`. */
export const sentenceIdSchema = z
  .string({ error: '应为句子编号' })
  .regex(/^[a-z][a-z-]{0,40}\.[a-z][a-z-]{0,40}$/, '应为句子编号，例如 applications.received')
  .describe('自动生成的句子的编号');

/** The paragraphs of a text, blanks at their ends and empty lines left out. */
export function paragraphsOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
