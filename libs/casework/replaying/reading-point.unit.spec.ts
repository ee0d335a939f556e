import { describe, expect, it } from '@jest/globals';
import { GongkaiError } from '#kernel';
import { readingPointOf } from './reading-point.js';

const bounds = { lastRevision: 3, now: '2024-06-03T02:00:00.000Z' } as const;

function refusalOf(query: unknown): GongkaiError {
  try {
    readingPointOf(query, bounds);
  } catch (error) {
    if (error instanceof GongkaiError) return error;
    throw error;
  }
  throw new Error('expected a refusal, but the point was accepted');
}

describe('a point as a query gives it', () => {
  it('takes any combination, and a revision as number or as digits', () => {
    const whole = { revision: 3, knownAt: '2024-06-03T02:00:00.000Z', on: '2024-06-03', as: 'recorded' } as const;
    expect(readingPointOf({}, bounds)).toEqual({});
    expect(readingPointOf(whole, bounds)).toEqual(whole);
    expect(readingPointOf({ revision: '0' }, bounds)).toEqual({ revision: 0 });
  });

  it.each([
    [{ revision: -1 }, 'invalid-input', 'query.revision'],
    [{ revision: '-1' }, 'invalid-input', 'query.revision'],
    [{ revision: 1.5 }, 'invalid-input', 'query.revision'],
    [{ revision: '' }, 'invalid-input', 'query.revision'],
    [{ revision: 4 }, 'revision-unknown', 'query.revision'],
    [{ revision: '999999999' }, 'revision-unknown', 'query.revision'],
    [{ knownAt: '2024-06-03' }, 'invalid-input', 'query.knownAt'],
    [{ knownAt: '2024-06-03T10:00:00.000+08:00' }, 'invalid-input', 'query.knownAt'],
    [{ knownAt: '2024-06-03T02:00:00.001Z' }, 'instant-in-future', 'query.knownAt'],
    [{ on: '2024-02-30' }, 'invalid-input', 'query.on'],
    [{ on: '2024-06-04' }, 'date-in-future', 'query.on'],
    [{ as: 'written' }, 'invalid-input', 'query.as'],
    [{ at: '2024-06-03' }, 'invalid-input', 'query.at'],
  ])('refuses %j with %s at %s', (query, code, path) => {
    const error = refusalOf(query);
    expect([error.kind, error.code, error.facts.fields?.[0]?.path]).toEqual(['invalid', code, path]);
    expect(error.facts.fields?.[0]?.message).toMatch(/\p{Script=Han}/u);
  });

  it('knows today by Shanghai: in the evening of UTC the next day has begun', () => {
    const evening = { ...bounds, now: '2024-06-03T16:00:00.000Z' } as const;
    expect(readingPointOf({ on: '2024-06-04' }, evening)).toEqual({ on: '2024-06-04' });
  });
});
