import { stdout } from 'node:process';

/**
 * Where a command's answer goes. With `--json` exactly one JSON document is written to standard output and nothing else;
 * without it, text for people.
 */
export class Output {
  constructor(readonly json: boolean) {}

  /** Writes the answer: `document` as JSON, or the text. */
  answer(document: object, text: () => string): void {
    stdout.write(`${this.json ? JSON.stringify(document, null, 2) : text()}\n`);
  }

  /** Writes a part of the text; nothing with `--json`. */
  say(text: string): void {
    if (!this.json) stdout.write(`${text}\n`);
  }
}
