import { describe, expect, it } from '@jest/globals';
import { entryKinds, factsOfRegisterEntry } from './register-commands.js';
import type { EntryData } from './register.js';

const on = '2024-03-01' as const;
const references = ['文〔2024〕1号', '文〔2024〕2号'];

/** One entry of every kind, with every field. */
const ENTRIES: Readonly<Record<string, readonly [data: EntryData, ...texts: readonly string[]]>> = {
  'record-documents': [
    { on, kind: 'normativeDocuments', movement: 'publishedOpening', count: 0, references },
    ...[on, '行政规范性文件', '期初对外公开总数量', '0', '文〔2024〕1号、文〔2024〕2号'],
  ],
  'record-decisions': [
    { on, kind: 'penalty', count: 3, references },
    ...[on, '行政处罚', '3', '文〔2024〕1号、文〔2024〕2号'],
  ],
  'record-fees': [{ on, amountFen: 470_001, references }, on, '4,700.01 元', '文〔2024〕1号、文〔2024〕2号'],
  'record-inventory': [{ on, kind: 'fees', items: 7 }, on, '行政事业性收费', '7'],
  'record-procurement': [
    { on, projects: 2, amountFen: 100, references },
    ...[on, '2', '1 元', '文〔2024〕1号、文〔2024〕2号'],
  ],
  'record-publications': [
    { on, channel: '网站', category: '要闻', count: 3, references },
    ...[on, '网站', '要闻', '3', '文〔2024〕1号、文〔2024〕2号'],
  ],
};

describe('what an entry of a register says', () => {
  it.each(entryKinds.map((kind) => [kind.name, kind] as const))('%s: every field, in Chinese', (name, kind) => {
    const [data, ...texts] = ENTRIES[name]!;
    expect(Object.keys(kind.body.shape)).toEqual(Object.keys(kind.body.parse(data)));
    const facts = factsOfRegisterEntry({ type: kind.event.type, data });
    expect(facts.map(({ path }) => path)).toEqual(Object.keys(data));
    expect(facts.map(({ text }) => text)).toEqual(texts);
    for (const { label } of facts) expect(label).toMatch(/^\p{Script=Han}/u);
  });

  it('leaves out what an entry does not say', () => {
    const data = { on, channel: '网站', count: 1 };
    const facts = factsOfRegisterEntry({ type: 'register.publications-recorded', data });
    expect(facts.map(({ path }) => path)).toEqual(['on', 'channel', 'count']);
  });
});
