import { GongkaiError, type ErrorFacts } from '#kernel';

/**
 * The register or its mapping cannot be used as a whole; nothing of it was taken over. Codes: `register-file-unreadable`,
 * `register-file-encrypted`, `register-file-too-large`, `register-sheet-unknown`, `register-columns-missing`,
 * `register-columns-ambiguous`, `register-mapping-invalid`.
 */
export class RegisterFault extends GongkaiError {
  constructor(code: string, message: string, facts: ErrorFacts = {}, options?: ErrorOptions) {
    super('malformed', code, message, facts, options);
  }
}
