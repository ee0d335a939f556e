import { GongkaiError, type ErrorFacts } from '#kernel';

/** A file that cannot be read at all: kind malformed, so that the command line ends with 2 and HTTP answers 400. */
export class UnreadableFile extends GongkaiError {
  constructor(
    code: string,
    /** What is wrong, in plain Chinese, without the name of the file. */
    readonly reason: string,
    facts: ErrorFacts = {},
    options?: ErrorOptions,
  ) {
    super('malformed', code, reason, facts, options);
  }

  /** The same error, naming the file. */
  of(name: string): UnreadableFile {
    const named = new UnreadableFile(this.code, this.reason, { ...this.facts, file: name }, { cause: this.cause });
    named.message = `${name}：${this.reason}`;
    return named;
  }
}
