import { basename } from 'node:path';
import { GongkaiError, type ErrorFacts } from '#kernel';

/** A line of a scenario file that cannot be read as a command. Nothing of it was decided. `line` 0: the file itself. */
export class LineFault extends GongkaiError {
  constructor(
    file: string,
    line: number,
    code: string,
    message: string,
    facts: ErrorFacts = {},
    options?: ErrorOptions,
  ) {
    super('malformed', code, message, { ...facts, at: `${basename(file)}:${line}` }, options);
  }
}
