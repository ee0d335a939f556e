import { basename } from 'node:path';
import { GongkaiError, type ErrorFacts } from '#kernel';

/** What a play has done so far. */
export interface PlayCounts {
  readonly recorded: number;
  readonly alreadyRecorded: number;
  readonly refused: number;
}

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

  /** The same fault, with what the play had done when it met it: an unreadable file must not hide what is already recorded. */
  after({ recorded, alreadyRecorded, refused }: PlayCounts): GongkaiError {
    const counts = `此前新记录 ${recorded} 条，此前已记录 ${alreadyRecorded} 条，被拒绝 ${refused} 条`;
    const facts = { ...this.facts, recorded, alreadyRecorded, refused };
    return new GongkaiError(this.kind, this.code, `${this.message}（${counts}）`, facts, { cause: this });
  }
}
