import type { Position } from '#kernel';

/** When the rebuilt file goes into service. */
export type SwapPolicy = 'always' | 'if-equal' | 'never';

/** How to rebuild. */
export interface RebuildOptions {
  /** Default `if-equal`. */
  readonly swap?: SwapPolicy;
  /** Events scanned per page (default 5000). */
  readonly batchSize?: number;
  /**
   * Go on with the side file of a rebuild that was cut off, instead of starting over. Only for the same build of the
   * program: rows folded by another one are not told apart.
   */
  readonly resume?: boolean;
  /** After each page. `upTo` is the position at which the files will be compared. */
  readonly onProgress?: (progress: {
    readonly events: number;
    readonly position: Position;
    readonly upTo: Position;
  }) => void;
  /** Ends the rebuild with the signal's reason; the side file stays for `resume`. */
  readonly signal?: AbortSignal;
}

/** What a rebuild found and did. */
export interface RebuildResult {
  readonly projection: string;
  readonly version: number;
  /** Where the two files were compared. */
  readonly position: Position;
  /** Events folded into the rebuilt file: up to there, and after a swap up to the moment of it. */
  readonly events: number;
  readonly equal: boolean;
  readonly liveDigest: string;
  readonly rebuiltDigest: string;
  readonly swapped: boolean;
  /** When they differ: the file that is not in service, kept for inspection. Absent in memory. */
  readonly aside?: string;
  /** Wall time of the whole rebuild. */
  readonly seconds: number;
}
