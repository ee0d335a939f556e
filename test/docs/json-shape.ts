/** The parts of a JSON Schema that the generated documents show. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

/** What a value looks like, in a few words: its choices, its kind. */
export function shape(field: JsonSchema): string {
  const choices = field.anyOf ?? field.oneOf;
  if (choices) return choices.map(shape).join(' or ');
  if (field.const !== undefined) return `\`${JSON.stringify(field.const)}\``;
  if (field.enum) return field.enum.map((value) => `\`${String(value)}\``).join(', ');
  if (field.items) return `list of ${shape(field.items)}`;
  if (field.format === 'date') return 'date';
  if (field.type === 'object' && field.properties) return `object {${Object.keys(field.properties).join(', ')}}`;
  return field.type ?? 'any JSON';
}
