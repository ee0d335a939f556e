/** Bounds within which a package is unpacked. They are checked before the work, not after. */
export interface PackageLimits {
  /** Parts of all kinds. */
  readonly zipEntries: number;
  /** Bytes of all parts that are needed, inflated. */
  readonly inflatedBytes: number;
  /** How many times larger than its packed form a part may become, beyond its first mebibyte; `null`: as many as the bytes allow. */
  readonly inflationRatio: number | null;
}
