import { z } from 'zod';

/** Why an entry is put right. Details stand in a document outside the log. */
export const RECTIFICATION_REASONS = [
  'typing-error',
  'wrong-date',
  'wrong-case',
  'entered-twice',
  'forgotten',
  'new-evidence',
  'ordered-from-above',
] as const;

/** Labels of the reasons, plain Chinese. */
export const RECTIFICATION_REASON_LABELS: Readonly<Record<(typeof RECTIFICATION_REASONS)[number], string>> = {
  'typing-error': '录入笔误',
  'wrong-date': '日期有误',
  'wrong-case': '误记入本件',
  'entered-twice': '重复录入',
  forgotten: '漏记补录',
  'new-evidence': '发现新材料',
  'ordered-from-above': '复议、诉讼或上级机关要求',
};

/** Deeper than any payload of casework, so that hostile nesting ends here. */
const MAX_DEPTH = 8;

const fieldName = z.string().min(1, '字段名不能为空').max(64, '字段名不超过 64 字');

const fieldValue = z.unknown().refine((value) => isJson(value, MAX_DEPTH), `应为 JSON 值，嵌套不超过 ${MAX_DEPTH} 层`);

/** Fields of a payload by name, not yet judged by the schema of any event. */
export const jsonFieldsSchema = z.record(fieldName, fieldValue);

/** Strikes an entry, or gives fields of its payload other values. Fields are replaced whole; `remove` takes optional ones away. */
export const rectifyingActionSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('void') }),
    z
      .strictObject({
        kind: z.literal('correct'),
        fields: jsonFieldsSchema.default({}).describe('更正后的字段值，整字段替换'),
        remove: z.array(fieldName).min(1).max(20).optional().describe('删去的选填字段'),
      })
      .refine(({ fields, remove }) => Object.keys(fields).length > 0 || remove !== undefined, '至少更正一个字段'),
  ],
  { error: '应为 void（作废）或 correct（更正）' },
);

/** What a rectification does to its entry. */
export type RectifyingAction = z.output<typeof rectifyingActionSchema>;

function isJson(value: unknown, depth: number): boolean {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isSafeInteger(value);
  if (typeof value !== 'object' || depth === 0) return false;
  return Object.values(value).every((inner) => isJson(inner, depth - 1));
}
