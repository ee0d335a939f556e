import { z } from 'zod';
import { GongkaiError, validate, type FieldFault } from '#kernel';
import {
  applicantKindSchema,
  channelSchema,
  correctionItemSchema,
  OUTCOME_CODES,
  REMEDY_RESULTS,
  staffIdSchema,
} from '#casework';
import { plain } from '../cells/plain.js';
import { DATE_STYLES, USUAL_DATE_STYLES } from '../cells/read-date.js';
import { RegisterFault } from '../register-fault.js';
import { FIELD_NAMES, REGISTER_FIELDS, type RegisterField, type WordField } from './fields.js';

/** The outcome of a case that is not ended yet, as a word of the register may say. */
export const STILL_OPEN = 'open';

const columnName = z.string({ error: '应为列名' }).trim().min(1, '列名不能为空').max(200);
const names = z
  .union([columnName.transform((name) => [name]), z.array(columnName).min(1, '至少一个列名').max(20)], {
    error: '应为列名，或若干可能的列名',
  })
  .readonly();

const columns = z.strictObject({
  ...(Object.fromEntries(
    FIELD_NAMES.map((field) => [field, names.optional().describe(REGISTER_FIELDS[field].label)]),
  ) as Record<RegisterField, z.ZodOptional<typeof names>>),
  caseNumber: names.describe(REGISTER_FIELDS.caseNumber.label),
  receivedOn: names.describe(REGISTER_FIELDS.receivedOn.label),
});

const words = <Code extends z.ZodType<string>>(code: Code) => z.record(z.string().min(1).max(200), code);
const outcomeWord = z.enum([...OUTCOME_CODES, STILL_OPEN], {
  error: `应为处理决定类型之一（见 docs/outcomes.md），或 ${STILL_OPEN}（尚未办结）：${OUTCOME_CODES.join('、')}`,
});
const resultWord = z.enum(REMEDY_RESULTS, { error: '应为 upheld（维持）、corrected（纠正）或 other（其他）' });
const routeWord = z.enum(['direct', 'after-reconsideration'], {
  error: '应为 direct（未经复议直接起诉）或 after-reconsideration（复议后起诉）',
});

const mappingSchema = z.strictObject({
  format: z.literal('gongkai/case-register-mapping/1', { error: '应为 gongkai/case-register-mapping/1' }),
  sheet: z.string().min(1).max(100).optional().describe('工作表名称；文件只有一个工作表时可不写'),
  headerRow: z.int('应为行号').min(1, '行号从 1 起').max(100).default(1).describe('列名所在的行号'),
  columns,
  words: z
    .strictObject({
      channel: words(channelSchema).default({}),
      applicantKind: words(applicantKindSchema).default({}),
      outcome: words(outcomeWord).default({}),
      reconsiderationResult: words(resultWord).default({}),
      litigationRoute: words(routeWord).default({}),
      litigationResult: words(resultWord).default({}),
    })
    .prefault({})
    .describe('台账用语与代码的对照'),
  dates: z
    .array(z.enum(DATE_STYLES, { error: '应为认可的日期写法之一：' + DATE_STYLES.join('、') }))
    .min(1)
    .default([...USUAL_DATE_STYLES]),
  declared: z
    .strictObject({
      channel: channelSchema.optional(),
      applicantKind: applicantKindSchema.optional(),
      correctionItems: z.array(correctionItemSchema).min(1).max(5).optional(),
      extensionDays: z.int().min(1).max(20).optional(),
      extensionApprovedBy: staffIdSchema.optional(),
    })
    .default({})
    .describe('台账未记、由本机关对全部各行统一声明的事实'),
  caseNumberPrefix: z.string().max(30).default('').describe('加在登记编号之前，例如每年从 1 编号的台账写 2023-'),
  blankResultMeansOpen: z.boolean().default(false).describe('处理结果和办结日期都空白的行，是否表示尚未办结'),
  delimiter: z.enum([',', ';', '\t', '|']).optional().describe('文本文件的分隔符；不写则按列名行判断'),
});

/** How one register says what this system asks: columns, words, ways to write a day, and what the office declares for all rows. */
export type Mapping = z.output<typeof mappingSchema>;

/** The code that a word stands for. */
export type CodeOf<F extends WordField> = Mapping['words'][F][string];

/**
 * Reads a mapping. Raises {@link RegisterFault} `register-mapping-invalid` with every field at fault: unknown fields, unknown
 * codes with those that exist, one head for two fields, two spellings of one word.
 */
export function parseMapping(json: unknown): Mapping {
  const mapping = parsed(json);
  const faults = [...sharedColumns(mapping), ...sharedWords(mapping), ...missing(mapping)];
  if (faults.length > 0) throw invalid(faults);
  return mapping;
}

function parsed(json: unknown): Mapping {
  try {
    return validate(mappingSchema, json, 'mapping');
  } catch (error) {
    if (!(error instanceof GongkaiError) || error.facts.fields === undefined) throw error;
    throw invalid(error.facts.fields);
  }
}

function sharedColumns({ columns }: Mapping): FieldFault[] {
  const owners = new Map<string, RegisterField>();
  return FIELD_NAMES.flatMap((field) =>
    (columns[field] ?? []).flatMap((name) => {
      const owner = owners.get(plain(name));
      owners.set(plain(name), field);
      if (owner === undefined) return [];
      return [{ path: `mapping.columns.${field}`, message: `列“${name}”已对应 ${owner}，一列只能对应一项` }];
    }),
  );
}

function sharedWords({ words: lists }: Mapping): FieldFault[] {
  return Object.entries(lists).flatMap(([field, list]) => {
    const seen = new Set<string>();
    return Object.keys(list).flatMap((word) => {
      const twice = seen.has(plain(word));
      seen.add(plain(word));
      return twice ? [{ path: `mapping.words.${field}`, message: `“${word}”重复（不计全角半角和空格）` }] : [];
    });
  });
}

function missing({ columns, declared }: Mapping): FieldFault[] {
  const either = (['channel', 'applicantKind'] as const).filter(
    (field) => columns[field] === undefined && declared[field] === undefined,
  );
  const faults = either.map((field) => ({
    path: `mapping.columns.${field}`,
    message: `须写明${REGISTER_FIELDS[field].label}所在的列，或在 declared.${field} 中统一声明`,
  }));
  if ((columns.outcome === undefined) === (columns.endedOn === undefined)) return faults;
  return [
    ...faults,
    { path: 'mapping.columns', message: 'outcome（处理结果）与 endedOn（办结日期）须同时写明或都不写' },
  ];
}

function invalid(fields: readonly FieldFault[]): RegisterFault {
  const message = `对照文件有误：${fields.map((fault) => `${fault.path}：${fault.message}`).join('；')}`;
  return new RegisterFault('register-mapping-invalid', message, { fields });
}
