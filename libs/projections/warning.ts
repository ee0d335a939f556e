/** Something that healed itself but that an operator should know. Holds no personal data. */
export interface ProjectionWarning {
  readonly projection: string;
  /** `view-discarded` (built anew from the log) or `projection-retrying` (the next attempt follows by itself). */
  readonly code: 'view-discarded' | 'projection-retrying';
  readonly message: string;
  /** The file concerned. */
  readonly path?: string;
}

/** Where warnings go: the application's log. */
export type Warn = (warning: ProjectionWarning) => void;

/** For programs without a log of their own. */
export const warnProcess: Warn = ({ projection, code, message }) => {
  process.emitWarning(`${projection}: ${message}`, { type: 'ProjectionWarning', code });
};
