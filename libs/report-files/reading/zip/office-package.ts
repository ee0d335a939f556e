import { zipSync } from 'fflate';
import { UnreadableFile } from '../unreadable-file.js';
import { readZip, type ZipParts } from './read-zip.js';

/** An unpacked DOCX or XLSX, packed anew without compression, so that the library that reads it sees only what was checked. */
export interface OfficePackage {
  readonly kind: 'docx' | 'xlsx';
  readonly bytes: Buffer;
}

/** Pictures, fonts, macros and embedded files are left packed: nothing in them is read. */
const NEEDED = /\.(?:xml|rels)$/i;

/**
 * Opens a DOCX or XLSX. Raises what unpacking raises, `file-kind-unsupported` for any other ZIP, and `file-hostile` where a part declares
 * entities: the standard (ECMA-376 part 2) forbids them, and they serve only to swell or to fetch.
 */
export function officePackage(file: Buffer): OfficePackage {
  const parts = readZip(file, (name) => NEEDED.test(name));
  const kind = kindOf(parts);
  for (const [name, content] of parts) assertNoEntities(name, content);
  const files = Object.fromEntries([...parts].map(([name, content]) => [name, new Uint8Array(content)]));
  return { kind, bytes: Buffer.from(zipSync(files, { level: 0 })) };
}

function kindOf(parts: ZipParts): 'docx' | 'xlsx' {
  const holds = (folder: string) => [...parts.keys()].some((name) => name.startsWith(`${folder}/`));
  if (holds('word')) return 'docx';
  if (holds('xl')) return 'xlsx';
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
