/** Options that every command takes. Those that stand before the command are moved behind it: `gongkai --json year tables`. */
const TAKES_VALUE: Readonly<Record<string, boolean>> = { '--data': true, '--json': false, '--debug': false };

/** The words of a command line with leading global options moved to the end. `--version` and `--help` stay where they are. */
export function withGlobalsLast(words: readonly string[]): readonly string[] {
  const globals: string[] = [];
  let at = 0;
  for (; at < words.length; at++) {
    const word = words[at]!;
    const name = word.split('=')[0]!;
    const takesValue = TAKES_VALUE[name];
    if (takesValue === undefined) break;
    globals.push(word);
    if (takesValue && word === name && at + 1 < words.length) globals.push(words[++at]!);
  }
  return [...words.slice(at), ...globals];
}
