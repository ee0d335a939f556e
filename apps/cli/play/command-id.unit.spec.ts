import { describe, expect, it } from '@jest/globals';
import { CommandIds } from './command-id.js';
import { parseLine, type ScenarioLine } from './scenario-line.js';

const TEXT =
  '{"command":"confirm-receipt","case":"C-1","actor":"a","role":"handler","agency":"town","body":{"on":"2024-03-01"}}';

function line(text = TEXT, file = '/somewhere/a.jsonl', number = 1): ScenarioLine {
  return parseLine(file, { number, text, bytesRead: 0 });
}

describe('command ids of a file', () => {
  it('are the same for the same line, wherever the file and the line stand', () => {
    const id = new CommandIds().next(line());
    expect(new CommandIds().next(line(TEXT, '/elsewhere/a.jsonl', 99))).toBe(id);
    expect(id).toMatch(/^play\.[0-9a-f]{32}\.1$/);
  });

  it('do not depend on spaces or on the order of fields', () => {
    const fields = Object.entries(JSON.parse(TEXT) as object).reverse();
    const other = JSON.stringify(Object.fromEntries(fields), null, 2).replaceAll('\n', ' ');
    expect(new CommandIds().next(line(other))).toBe(new CommandIds().next(line()));
  });

  it('differ by the name of the file, by any field, and by how often the line came before', () => {
    const ids = new CommandIds();
    const all = [
      ids.next(line()),
      ids.next(line()),
      ids.next(line(TEXT.replace('2024-03-01', '2024-03-02'))),
      ids.next(line(TEXT, '/somewhere/b.jsonl')),
    ];
    expect(new Set(all).size).toBe(all.length);
    expect(all[1]).toMatch(/\.2$/);
  });

  it('are the id of the line where it has one, per person, as over HTTP', () => {
    expect(new CommandIds().next(line(TEXT.replace('{', '{"id":"x-1",')))).toBe('a:x-1');
  });
});
