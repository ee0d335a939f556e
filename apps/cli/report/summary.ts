import { lintDocument, unreadDocument, type LintDocument, type UnreadDocument } from '#report-files';
import type { FileResult } from './lint-files.js';

/** How many files, and what came of them. */
export interface LintSummary {
  readonly files: number;
  readonly passed: number;
  readonly failed: number;
  readonly unreadable: number;
}

/** One file for machines. */
export function documentOfResult({ name, linted, error }: FileResult): LintDocument | UnreadDocument {
  return error === null ? lintDocument(linted) : unreadDocument(name, error);
}

/** Counts files by what came of them; each is in exactly one of the last three. */
export function summaryOf(results: readonly FileResult[]): LintSummary {
  const count = (wanted: string) => results.filter((result) => documentOfResult(result).status === wanted).length;
  return { files: results.length, passed: count('passed'), failed: count('failed'), unreadable: count('unreadable') };
}
