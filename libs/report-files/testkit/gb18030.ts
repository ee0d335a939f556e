/** Text in GB18030, which Node reads and does not write: by looking up what its two-byte codes mean. Throws for any other character. */
export function toGb18030(text: string): Buffer {
  return Buffer.concat(
    [...text].map((character) => {
      if (character < '\x80') return Buffer.from(character, 'latin1');
      const code = CODES.get(character);
      if (code === undefined) throw new Error(`no two-byte code for ${character}`);
      return code;
    }),
  );
}

const CODES = new Map(
  Array.from({ length: 0x7e }, (_, lead) => lead + 0x81).flatMap((lead) =>
    Array.from({ length: 0xbf }, (_, trail) => trail + 0x40)
      .filter((trail) => trail !== 0x7f)
      .map((trail) => Buffer.from([lead, trail]))
      .map((code) => [new TextDecoder('gb18030').decode(code), code] as const),
  ),
);
