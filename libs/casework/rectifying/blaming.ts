import { GongkaiError, InvalidInput, Refused, RuleBroken, type ErrorFacts } from '#kernel';

/** What a rectification is refused for: the place in the command, the fault in Chinese, and facts such as the `revision`. */
export interface Blame {
  readonly path: string;
  readonly message: string;
  readonly facts: ErrorFacts;
}

/**
 * Runs a judgement of an entry that the command did not send as such. What it raises comes out with its own code, at the path
 * and with the facts of the blame, never with the path of another command.
 */
export function blaming<T>({ path, message, facts }: Blame, judge: () => T): T {
  try {
    return judge();
  } catch (error) {
    if (!(error instanceof GongkaiError) || error instanceof InvalidInput) throw error;
    const whole = `${message}：${error.message}`;
    if (error instanceof Refused) throw new Refused(error.code, whole, facts);
    throw new RuleBroken(error.code, path, whole, facts);
  }
}
