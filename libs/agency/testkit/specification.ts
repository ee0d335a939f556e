import { expect } from '@jest/globals';
import { GongkaiError } from '#kernel';
import type { DecidedEvent } from '../command.js';

/** What a deed does: the event that it records and the situation that it leaves. */
export interface Done<Situation> {
  readonly event: Pick<DecidedEvent, 'type'> & { readonly data: object };
  readonly situation: Situation;
}

/**
 * A given/when/then specification over deeds of one family. `take` goes through the family's own door, so that a
 * specification cannot stand on an illegal history.
 */
export function specification<Situation, Deed>(
  nothing: Situation,
  take: (at: Situation, deed: Deed) => Done<Situation>,
) {
  const after = (...deeds: readonly Deed[]): Situation => deeds.reduce((at, deed) => take(at, deed).situation, nothing);
  const given = (...deeds: readonly Deed[]) => {
    const situation = after(...deeds);
    return {
      when(deed: Deed) {
        return {
          /** The deed is accepted and records an event with (at least) this payload. */
          thenRecords(type: string, data: object) {
            expect(take(situation, deed).event).toMatchObject({ type, data });
          },
          /** The deed is refused with this stable code, where given naming this field. Answers with the error, for its facts. */
          thenRefused(code: string, path?: string): GongkaiError {
            const error = errorOf(() => take(situation, deed));
            expect(error.code).toBe(code);
            if (path !== undefined) expect(error.facts.fields?.map((field) => field.path)).toContain(path);
            return error;
          },
        };
      },
    };
  };
  return { after, given, take };
}

function errorOf(deed: () => unknown): GongkaiError {
  try {
    deed();
  } catch (error) {
    if (error instanceof GongkaiError) return error;
    throw error;
  }
  throw new Error('expected a refusal, but the deed was accepted');
}
