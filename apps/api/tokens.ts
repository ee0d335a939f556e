/** Injection token of the clock (`Clock`): the one source of `now` for requests. */
export const CLOCK = Symbol('Clock');
/** Injection token of the `Authenticator`: bearer tokens today, single sign-on tomorrow. */
export const AUTHENTICATOR = Symbol('Authenticator');
/** Injection token of the configuration (`ApiConfig`). */
export const API_CONFIG = Symbol('ApiConfig');
