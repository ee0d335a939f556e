import { GongkaiError } from '#kernel';

/** The command line cannot be understood. Nothing was done. */
export class UsageFault extends GongkaiError {
  constructor(message: string, code = 'usage', options?: ErrorOptions) {
    super('malformed', code, message, {}, options);
  }
}
