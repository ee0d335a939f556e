import { z } from 'zod';
import {
  acceptDrift,
  agencyCommands,
  narrativeCommands,
  publishCalendar,
  registerCommands,
  restateYear,
  waiveRule,
  type CommandFacts,
} from '#agency';
import { closeYearBody } from '#office';
import { playableSteps, YEAR_COMMANDS } from '../../apps/cli/play/command-kinds.js';
import { shape, type JsonSchema } from '../docs/json-shape.js';
import { EVERY_STEP } from './every-step.js';

/** The generated part of docs/scenario-files.md stands between these lines. */
export const BEGIN = '<!-- commands: generated, npm run docs -->';
export const END = '<!-- /commands -->';

type Documented = Pick<CommandFacts, 'name' | 'label' | 'article' | 'roles' | 'body'>;

const closeYear: Documented = {
  name: 'close-year',
  label: '年度结账',
  article: '第四十九条、第五十条',
  roles: ['operator', 'head'],
  body: closeYearBody,
};

/** Every command with its roles, the fields of its body and a line of scenarios/every-step.jsonl. */
export function commandReference(): string {
  const years = [waiveRule, closeYear, restateYear, acceptDrift].filter(({ name }) => YEAR_COMMANDS.includes(name));
  return [
    ...family('Agencies', agencyCommands),
    ...family('Cases (`case` is required)', playableSteps),
    ...family('Register of proactive disclosure', registerCommands),
    ...family('Years (`year` is required)', years),
    ...family('Annual reports (`year` is required)', narrativeCommands),
    ...family('Calendars', [publishCalendar]),
  ].join('\n');
}

/** `text` with the part between the markers replaced. */
export function withReference(text: string): string {
  const [before, after] = [text.split(BEGIN)[0], text.split(END)[1]];
  if (before === undefined || after === undefined) throw new RangeError('docs/scenario-files.md has lost its markers');
  return `${before}${BEGIN}\n\n${commandReference()}\n${END}${after}`;
}

function family(title: string, commands: readonly Documented[]): readonly string[] {
  return [`### ${title}`, '', ...commands.flatMap(section)];
}

function section({ name, label, article, roles, body }: Documented): readonly string[] {
  const example = EVERY_STEP.find((line) => line.command === name);
  if (example === undefined) throw new RangeError(`scenarios/every-step.jsonl shows no ${name}`);
  return [
    `#### \`${name}\` ${label}`,
    '',
    `${article}. Roles: ${roles.join(', ')}.`,
    '',
    ...fields(body),
    '```text',
    JSON.stringify(example),
    '```',
    '',
  ];
}

/** The fields of a body with their shapes; a field that only some variants have is not required. */
function fields(body: z.ZodType): readonly string[] {
  const lines = fieldsOf(z.toJSONSchema(body, { io: 'input', unrepresentable: 'any' }) as JsonSchema, '');
  return lines.length === 0 ? [] : [...lines, ''];
}

function fieldsOf(schema: JsonSchema, prefix: string): readonly string[] {
  const variants = schema.oneOf ?? schema.anyOf ?? [schema];
  const names = new Set(variants.flatMap(({ properties = {} }) => Object.keys(properties)));
  return [...names].flatMap((name) => {
    const fieldVariants = variants.flatMap(({ properties }) => properties?.[name] ?? []);
    const shapes = [...new Set(fieldVariants.map(shape))].join(' or ');
    const optional = variants.every(({ required }) => required?.includes(name)) ? '' : ', optional';
    const says = fieldVariants.find(({ description }) => description !== undefined)?.description;
    const line = `- \`${prefix}${name}\` (${shapes}${optional})${says === undefined ? '' : `: ${says}`}`;
    const inner = fieldVariants.flatMap((field) => [
      ...fieldsOf(field, `${prefix}${name}.`),
      ...(field.items ? fieldsOf(field.items, `${prefix}${name}[].`) : []),
    ]);
    return [line, ...new Set(inner)];
  });
}
