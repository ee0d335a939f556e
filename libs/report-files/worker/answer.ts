import { readPublishedFile, type PublishedFile } from '../reading/read-published-file.js';
import type { FileToRead } from '../reading/read-report-file.js';
import { UnreadableFile } from '#files';

/** What a worker answers: errors as data, since classes do not cross threads. */
export type WorkerAnswer =
  | { readonly ok: true; readonly file: PublishedFile }
  | {
      readonly ok: false;
      readonly code: string;
      readonly reason: string;
      readonly facts: object;
      readonly stack: string;
    };

/** Reads a file and answers in any case. What nobody foresaw is `reading-failed`, with its stack for whoever looks for the reason. */
export async function answerOf(file: FileToRead): Promise<WorkerAnswer> {
  try {
    return { ok: true, file: await readPublishedFile(file) };
  } catch (error) {
    if (error instanceof UnreadableFile) {
      return { ok: false, code: error.code, reason: error.reason, facts: error.facts, stack: '' };
    }
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { ok: false, code: 'reading-failed', reason: '读取时出现意外错误，未能读出', facts: {}, stack };
  }
}

/** The file that was read, or the error as it was raised, naming the file. */
export function outcomeOf(name: string, answer: WorkerAnswer): PublishedFile {
  if (answer.ok) return answer.file;
  const { code, reason, facts, stack } = answer;
  throw new UnreadableFile(code, reason, { ...facts }, stack === '' ? {} : { cause: new Error(stack) }).of(name);
}
