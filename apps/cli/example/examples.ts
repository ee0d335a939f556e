/** A scenario file and the year of the agency that it leads to. */
export interface Example {
  readonly file: string;
  readonly agency: string;
  readonly year: number;
}

/** The report that started the project, and two consecutive years of a district. In order: a year builds on the one before. */
export const EXAMPLES: readonly Example[] = [
  { file: 'songzhuang-2022.jsonl', agency: 'songzhuang', year: 2022 },
  { file: 'hongze-2023.jsonl', agency: 'hongze', year: 2023 },
  { file: 'hongze-2024.jsonl', agency: 'hongze', year: 2024 },
];
