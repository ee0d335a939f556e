import { zipSync } from 'fflate';
import { UnreadableFile } from '../unreadable-file.js';
import type { PackageLimits } from './package-limits.js';
import { readZip, type ZipParts } from './read-zip.js';

/** An unpacked DOCX or XLSX, packed anew without compression, so that the library that reads it sees only what was checked. */
export interface OfficePackage {
  readonly kind: 'docx' | 'xlsx';
  readonly bytes: Buffer;
}

/** Pictures, fonts, macros and embedded files are left packed: nothing in them is read. */
const NEEDED = /\.(?:xml|rels)$/i;

/**
 * Opens a DOCX or XLSX within `limits`. Raises what unpacking raises (`file-damaged`, `file-encrypted`, `file-too-large`,
 * `file-too-complex`), `file-kind-unsupported` for any other ZIP, and `file-hostile` where a part declares
 * entities: the standard (ECMA-376 part 2) forbids them, and they serve only to swell or to fetch.
 */
export function officePackage(file: Buffer, limits: PackageLimits): OfficePackage {
  const parts = readZip(file, (name) => NEEDED.test(name), limits);
  const kind = kindOf(parts);
  for (const [name, content] of parts) assertNoEntities(name, content);
  const files = Object.fromEntries(
    [...parts].map(([name, { buffer, byteOffset, length }]) => [name, new Uint8Array(buffer, byteOffset, length)]),
  );
  const { buffer, byteOffset, length } = zipSync(files, { level: 0 });
  return { kind, bytes: Buffer.from(buffer, byteOffset, length) };
}

function kindOf(parts: ZipParts): 'docx' | 'xlsx' {
  // Some programs write the separators of Windows.
  const holds = (folder: RegExp) => [...parts.keys()].some((name) => folder.test(name));
  if (holds(/^[/\\]?word[/\\]/i)) return 'docx';
  if (holds(/^[/\\]?xl[/\\]/i)) return 'xlsx';
  throw new UnreadableFile('file-kind-unsupported', '压缩包中不是 Word 或 Excel 文件');
}

/** As bytes in the encodings of XML. Searched as UTF-16 text, a part at an odd offset can keep Node 24.21 in an endless loop. */
const DECLARATIONS = ['<!DOCTYPE', '<!ENTITY'].flatMap((word) => {
  const wide = Buffer.from(word, 'utf16le');
  return [Buffer.from(word, 'latin1'), wide, Buffer.from(wide).swap16()];
});

function assertNoEntities(name: string, content: Buffer): void {
  if (DECLARATIONS.every((declaration) => !content.includes(declaration))) return;
  throw new UnreadableFile('file-hostile', `${name} 中声明了外部内容或实体，未予读取`);
}
