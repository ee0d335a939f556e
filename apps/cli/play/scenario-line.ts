import { z } from 'zod';
import { GongkaiError, instantSchema, ROLES, validate, type Json } from '#kernel';
import { agencyIdSchema, caseIdSchema, staffIdSchema } from '#casework';
import { yearSchema } from '#agency';
import { parseStrictJson } from '../../api/http/strict-json.js';
import { LineFault } from './line-fault.js';
import type { TextLine } from './line-reader.js';
import { commandKinds, type CommandKind } from './command-kinds.js';

/**
 * One line of a scenario file: a command, who gives it for which agency, and its body, exactly the body of the HTTP route.
 * Documented in docs/scenario-files.md.
 */
const scenarioLineSchema = z.strictObject({
  command: z.string({ error: '应为命令名称' }),
  actor: staffIdSchema,
  role: z.enum(ROLES, { error: '应为角色之一：' + ROLES.join('、') }),
  agency: agencyIdSchema,
  case: caseIdSchema.optional(),
  year: yearSchema.optional(),
  now: instantSchema.optional(),
  id: z
    .string({ error: '应为文字' })
    .regex(/^[\x21-\x7e]{1,200}$/, '应为 1 至 200 个可见 ASCII 字符')
    .optional(),
  body: z.record(z.string(), z.unknown(), { error: '应为 JSON 对象' }).default({}),
});

/** A line as read, and where it stands. */
export interface ScenarioLine extends z.output<typeof scenarioLineSchema> {
  readonly file: string;
  readonly number: number;
  readonly kind: CommandKind;
  /** The line as JSON, for the command id. */
  readonly json: Json;
  readonly bytesRead: number;
}

/** Empty lines and lines that begin with `#` are comments. */
export function isComment({ text }: TextLine): boolean {
  const trimmed = text.trimStart();
  return trimmed === '' || trimmed.startsWith('#');
}

/**
 * Reads a line as strictly as the HTTP interface reads a body. Raises {@link LineFault} with `malformed-json`, `duplicate-key` and
 * the other codes of that reading, or with `line-invalid`, naming every field at fault.
 */
export function parseLine(file: string, { number, text, bytesRead }: TextLine): ScenarioLine {
  try {
    const json = parseStrictJson(text, 'line');
    const line = validate(scenarioLineSchema, json, 'line');
    const kind = commandKinds.get(line.command);
    if (kind === undefined) throw fieldFault('line.command', `没有名为 ${line.command} 的命令`);
    if (kind === 'case-step' && line.case === undefined) throw fieldFault('line.case', '办件命令须写明案件编号');
    if ((kind === 'year' || kind === 'report') && line.year === undefined)
      throw fieldFault('line.year', '年度命令须写明年度');
    return { ...line, file, number, kind, json, bytesRead };
  } catch (error) {
    if (!(error instanceof GongkaiError)) throw error;
    const code = error.kind === 'malformed' ? error.code : 'line-invalid';
    throw new LineFault(file, number, code, error.message, error.facts, { cause: error });
  }
}

function fieldFault(path: string, message: string): GongkaiError {
  return new GongkaiError('invalid', 'line-invalid', `输入有误：${path}：${message}`, { fields: [{ path, message }] });
}
