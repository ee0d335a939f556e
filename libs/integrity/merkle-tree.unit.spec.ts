import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { LogTree } from './log-tree.js';
import { MerkleTree } from './merkle-tree.js';
import { naiveTreeHash } from './naive-root.testkit.js';
import { verifyProof } from './verify-proof.js';

const leaf = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes));
const head = fc.record({ revision: fc.nat(1_000), hash: leaf.map((bytes) => bytes.toString('hex')) });
const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 6 }).filter((text) => !text.includes('\0'));
const ends = fc.array(fc.tuple(name, head), { maxLength: 40 }).map((pairs) => new Map(pairs));

describe('the Merkle tree', () => {
  it('has the root of RFC 6962 over any leaves', () => {
    fc.assert(
      fc.property(fc.array(leaf, { maxLength: 70 }), (leaves) => {
        expect(new MerkleTree(leaves).root).toBe(naiveTreeHash(leaves).toString('hex'));
      }),
    );
  });

  it('has the documented hashes', () => {
    const example = new Map([
      ['c', { revision: 12, hash: '3'.repeat(64) }],
      ['a', { revision: 1, hash: '1'.repeat(64) }],
      ['b', { revision: 0, hash: '2'.repeat(64) }],
    ]);
    const tree = new LogTree('42', example);
    expect(tree.root).toBe('17259308f204744d462fb694d117008574a5fb5abac916ae36c064f3004f6e7e');
    expect(tree.proofFor('b')?.path).toEqual([
      'l8b031d2f7888709551c94801fa1474325d5410efa82af5b10d0c94d9781102f8',
      'rb97d1985e64ff227352c536f416188d254d653066a1a6ac23bba6f66920df075',
    ]);
    expect(tree.proofFor('c')?.path).toEqual(['lf8c3bc9f35613979d6f2ad0b740259ba06028799ea5d62864585f582f04184ca']);
    expect(new LogTree('', new Map()).root).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it('orders streams by the bytes of their names, not by UTF-16 units', () => {
    const end = { revision: 0, hash: '0'.repeat(64) };
    const names = ['𠮷', '\uff5e', 'b', 'a-1', 'a'];
    const tree = new LogTree('', new Map(names.map((one) => [one, end])));
    expect(tree.heads.map(({ stream }) => stream)).toEqual(['a', 'a-1', 'b', '\uff5e', '𠮷']);
  });
});

describe('an inclusion proof', () => {
  it('holds for every stream of any log, and for no stream that is not there', () => {
    fc.assert(
      fc.property(ends, name, (of, other) => {
        const tree = new LogTree('', of);
        for (const stream of of.keys()) {
          const proof = tree.proofFor(stream)!;
          expect(proof).toMatchObject({ stream, ...of.get(stream) });
          expect(tree.headOf(stream)).toEqual({ stream, ...of.get(stream) });
          expect(verifyProof(proof, tree.root)).toBe(true);
        }
        if (!of.has(other)) expect([tree.proofFor(other), tree.headOf(other)]).toEqual([undefined, undefined]);
      }),
    );
  });

  it('fails once anything in it is changed', () => {
    const filled = ends.filter(({ size }) => size > 1);
    fc.assert(
      fc.property(filled, fc.nat(), fc.nat(), (of, which, at) => {
        const tree = new LogTree('', of);
        const proof = tree.proofFor([...of.keys()][which % of.size]!)!;
        const step = at % proof.path.length;
        const said = proof.path[step]!;
        const flipped = said.startsWith('l') ? 'r' : 'l';
        const bent = `${said.slice(0, 1)}${said.charAt(1) === '0' ? '1' : '0'}${said.slice(2)}`;
        const wrong = [
          { ...proof, stream: `${proof.stream}x` },
          { ...proof, revision: proof.revision + 1 },
          { ...proof, hash: proof.hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')) },
          ...[`${flipped}${said.slice(1)}`, bent, said.toUpperCase(), said.slice(0, -1), `x${said.slice(1)}`].map(
            (other) => ({
              ...proof,
              path: proof.path.with(step, other as typeof said),
            }),
          ),
          { ...proof, path: proof.path.toSpliced(step, 1) },
          { ...proof, path: [...proof.path, said] },
        ];
        expect(wrong.map((one) => verifyProof(one, tree.root))).toEqual(wrong.map(() => false));
        expect(verifyProof(proof, naiveTreeHash([]).toString('hex'))).toBe(false);
      }),
    );
  });
});
