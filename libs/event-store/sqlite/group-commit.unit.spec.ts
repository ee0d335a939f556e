import { describe, expect, it } from '@jest/globals';
import type { PreparedAppend } from '../prepare-append.js';
import { GroupCommit } from './group-commit.js';
import type { Outcome } from './log-writer.js';

const append = (stream: string, events = 1): PreparedAppend => ({
  stream,
  expected: 'any',
  events: Array.from({ length: events }, (_, index) => ({
    id: `${stream}-${index}`,
    type: 't',
    version: 1,
    data: '{}',
  })),
  metadata: '{}',
  signature: { actor: 'a', agency: 'b', on: '2024-03-01' },
});

/** A group commit that notes the streams of each group, and the outcomes that it gives. */
function recording(
  outcomeOf = (stream: string): Outcome => ({ revision: stream.length, position: stream, written: true }),
) {
  const groups: string[][] = [];
  const commits = new GroupCommit((group) => {
    groups.push(group.map(({ stream }) => stream));
    return group.map(({ stream }) => outcomeOf(stream));
  });
  return { groups, commits };
}

describe('group commit', () => {
  it('commits what arrives in one turn together, in order of arrival', async () => {
    const { groups, commits } = recording();
    const first = commits.append(append('a'));
    const rest = Promise.resolve().then(() => Promise.all([commits.append(append('b')), commits.append(append('c'))]));
    expect(groups).toEqual([]);
    await Promise.all([first, rest]);
    expect(groups).toEqual([['a', 'b', 'c']]);
  });

  it('gives each append its own outcome', async () => {
    const { commits } = recording((stream) =>
      stream === 'b' ? { refused: new Error('b') } : { revision: 1, position: stream, written: true },
    );
    const results = await Promise.allSettled(['a', 'b', 'c'].map((stream) => commits.append(append(stream))));
    expect(results).toEqual([
      { status: 'fulfilled', value: { revision: 1, position: 'a', written: true } },
      { status: 'rejected', reason: new Error('b') },
      { status: 'fulfilled', value: { revision: 1, position: 'c', written: true } },
    ]);
  });

  it('puts what arrives on an answer into the next group', async () => {
    const { groups, commits } = recording();
    const writer = async (name: string): Promise<void> => {
      for (let n = 0; n < 3; n++) await commits.append(append(`${name}${n}`));
    };
    await Promise.all(['a', 'b', 'c'].map(writer));
    expect(groups).toEqual([
      ['a0', 'b0', 'c0'],
      ['a1', 'b1', 'c1'],
      ['a2', 'b2', 'c2'],
    ]);
  });

  it('bounds a group by its events, and never splits an append', async () => {
    const { groups, commits } = recording();
    await Promise.all(
      [append('a', 1000), append('b', 30), append('c', 5000), append('d')].map((each) => commits.append(each)),
    );
    expect(groups).toEqual([['a', 'b'], ['c'], ['d']]);
  });

  it('commits everything at once when it is drained', () => {
    const { groups, commits } = recording();
    void commits.append(append('a', 2000));
    void commits.append(append('b'));
    commits.drain();
    expect(groups).toEqual([['a'], ['b']]);
  });
});
