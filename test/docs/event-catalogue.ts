import { z } from 'zod';
import { eventRegistry } from '#office';
import type { EventDefinition } from '#kernel';
import { shape, type JsonSchema } from './json-shape.js';

const FAMILIES: readonly (readonly [prefix: string, title: string])[] = [
  ['case.', 'Cases (申请件), streams `case-<id>`'],
  ['agency.', 'Agencies (行政机关), streams `agency-<id>`'],
  ['register.', 'Register of proactive disclosure (主动公开台账), streams `register-<agency>-<year>`'],
  ['books.', 'Books of a year (年度账), streams `books-<agency>-<year>`'],
  ['report.', 'Words of annual reports (年度报告文字), streams `narrative-<agency>-<year>`'],
  ['calendar.', 'Calendars (工作日历), streams `calendar-<jurisdiction>`'],
];

/** docs/event-catalogue.md: every event type with its fields, made from the registry. */
export function eventCatalogue(): string {
  const sections = FAMILIES.map(([prefix, title]) => {
    const events = eventRegistry.all().filter(({ type }) => type.startsWith(prefix));
    return [`## ${title}`, ...events.map(chapter)].join('\n\n');
  });
  return [
    '# Event catalogue',
    'Generated from the registry by `npm run docs`; do not edit. Types are explicit strings and never change once written. ' +
      'No event holds personal data in clear: persons appear as opaque references, documents as numbers and hashes.',
    'Every event is stored with its metadata: `commandId`, `actor` (staff id), `role`, `agency`, `now` (recorded at, UTC), ' +
      '`on` (effective date, Asia/Shanghai), `correlationId`, `causationId`, `commandHash`; ' +
      'an event taken over from an older register also has `source` (file, its SHA-256, sheet, row, SHA-256 of the row, declared fields).',
    ...sections,
    '',
  ].join('\n\n');
}

function chapter({ type, version, label, source, schema }: EventDefinition): string {
  const fields = rows(z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as JsonSchema, '');
  return [
    `### \`${type}\``,
    `${label} · ${source} · version ${version}`,
    ['| field | shape | required | meaning |', '| --- | --- | --- | --- |', ...fields].join('\n'),
  ].join('\n\n');
}

function rows(schema: JsonSchema, prefix: string): string[] {
  const required = new Set(schema.required);
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const row = `| \`${prefix}${name}\` | ${shape(field)} | ${required.has(name) ? 'yes' : ''} | ${field.description ?? ''} |`;
    return [row, ...rows(field, `${prefix}${name}.`), ...rows(field.items ?? {}, `${prefix}${name}[].`)];
  });
}
