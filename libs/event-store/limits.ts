/** Largest canonical payload of one event, in bytes of UTF-8 (1 MiB). Documents live outside the log; events carry their hash. */
export const MAX_EVENT_BYTES = 1_048_576;

/** Deepest nesting of a payload. Also what stops a value that contains itself. */
export const MAX_NESTING = 64;

/** Longest name of a stream or event type, and longest event id, in UTF-16 units. */
export const MAX_NAME_LENGTH = 256;

/** Page size of a read that does not name one. */
export const DEFAULT_PAGE = 500;
