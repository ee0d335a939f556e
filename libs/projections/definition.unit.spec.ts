import { describe, expect, it } from '@jest/globals';
import { checkDefinitions, definitionDigest } from './definition.js';
import type { Projection } from './projection.js';
import { pointsProjection } from './testkit/toy-projection.js';

const changed = (changes: Partial<Projection>): Projection => ({ ...pointsProjection, ...changes });

describe('the definition of a projection', () => {
  it.each([
    ['a name that is no file name', [changed({ name: '../points' })]],
    ['a name twice', [pointsProjection, pointsProjection]],
    ['version 0', [changed({ version: 0 })]],
    ['no tables', [changed({ tables: [] })]],
    ['a table without order', [changed({ tables: [{ table: 'points', orderBy: [] }] })]],
  ])('is refused with %s', (_, projections) => {
    expect(() => checkDefinitions(projections)).toThrow(expect.objectContaining({ code: 'projection-malformed' }));
  });

  it('has another digest when a file made before cannot be gone on with', () => {
    const variants = [
      pointsProjection,
      changed({ version: 2 }),
      changed({ schema: `${pointsProjection.schema}; CREATE INDEX i ON points (events)` }),
      changed({ filter: { exceptTypes: ['toy.noise', 'toy.doubled'] } }),
      changed({ filter: { exceptTypes: ['toy.noise'], streamPrefix: 's-' } }),
      changed({ tables: [{ table: 'points', orderBy: ['points', 'stream'] }] }),
    ];
    expect(new Set(variants.map(definitionDigest)).size).toBe(variants.length);
    const reordered = changed({ filter: { exceptTypes: ['b', 'a'] } });
    expect(definitionDigest(reordered)).toBe(definitionDigest(changed({ filter: { exceptTypes: ['a', 'b'] } })));
  });
});
