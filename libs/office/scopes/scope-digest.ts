import { sha256OfJson } from '../years/sha256-of-json.js';
import type { ScopeReading } from './scope-reader.js';

/** SHA-256 of the canonical JSON of the figures and section 一 of a scope. */
export function scopeDigest({ tables, sectionOne }: ScopeReading): string {
  return sha256OfJson({ figures: tables.figures, sectionOne });
}
