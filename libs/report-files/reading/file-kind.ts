import { HTML_TABLE, isUnderHeads } from './text/pipe-row.js';
import { UnreadableFile } from '#files';

/** What a file is, by its bytes. Markdown is text with tables in pipes. */
export type FileKind = 'text' | 'markdown' | 'html' | 'docx' | 'xlsx' | 'xls' | 'pdf';

/** Kinds as people call them. */
export const FILE_KIND_LABELS: Readonly<Record<FileKind, string>> = {
  text: '纯文本',
  markdown: 'Markdown',
  html: 'HTML',
  docx: 'DOCX',
  xlsx: 'XLSX',
  xls: 'XLS',
  pdf: 'PDF',
};

/** Whatever a container turns out to hold: what `kindOf` tells before anything is unpacked. */
export type Container = 'zip' | 'compound' | 'pdf' | 'text';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const EMPTY_ZIP = Buffer.from('PK\x05\x06', 'latin1');
const COMPOUND = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
const PDF = Buffer.from('%PDF-', 'latin1');
/** Readers of PDF accept rubbish of this length before the header. */
const PDF_HEADER_WITHIN = 1_024;

/** The container, by its first bytes. Everything that is no known container may be text. */
export function containerOf(bytes: Buffer): Container {
  const starts = (signature: Buffer) => bytes.subarray(0, signature.length).equals(signature);
  if (starts(ZIP) || starts(EMPTY_ZIP)) return 'zip';
  if (starts(COMPOUND)) return 'compound';
  if (bytes.subarray(0, PDF_HEADER_WITHIN).includes(PDF)) return 'pdf';
  return 'text';
}

/**
 * What a compound file (OLE) holds, by the names in its directory. Only XLS is read. Raises `file-encrypted` for an encrypted DOCX or
 * XLSX and `file-kind-unsupported` for anything else, such as DOC.
 */
export function compoundKind(bytes: Buffer): 'xls' {
  const holds = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (holds('EncryptedPackage')) {
    throw new UnreadableFile('file-encrypted', '文件有密码保护，无法读取；请去除密码后再试');
  }
  if (holds('WordDocument')) {
    throw new UnreadableFile('file-kind-unsupported', '旧版 Word 文件（.doc）无法读取；请另存为 .docx 后再试');
  }
  if (holds('Workbook') || holds('Book')) return 'xls';
  throw new UnreadableFile('file-kind-unsupported', '不认识的文件类型');
}

const PAGE = /<(?:!doctype\s+html|html|head|body)\b/i;
const ELEMENT = /<(?:div|p|span|h[1-6]|br|font|section|article|ul|li|td|tr)\b[^>]*>/i;

/**
 * HTML, Markdown or plain text, by what stands in it. Tables in pipes make Markdown of anything but a whole page; so do tables of HTML
 * with no other element around them, as converters write them.
 */
export function textKind(text: string): 'html' | 'markdown' | 'text' {
  if (PAGE.test(text)) return 'html';
  if (text.split(/\r\n|[\n\r]/).some(isUnderHeads)) return 'markdown';
  const around = text.replace(new RegExp(HTML_TABLE, 'gi'), '');
  if (ELEMENT.test(around) || /<table\b/i.test(around)) return 'html';
  if (around === text) return 'text';
  return around.trim() === '' ? 'html' : 'markdown';
}

const ENDINGS: Readonly<Record<string, readonly FileKind[]>> = {
  txt: ['text', 'markdown'],
  md: ['markdown', 'text'],
  markdown: ['markdown', 'text'],
  html: ['html'],
  htm: ['html'],
  docx: ['docx'],
  docm: ['docx'],
  xlsx: ['xlsx'],
  xlsm: ['xlsx'],
  xls: ['xls'],
  pdf: ['pdf'],
};

/** What is said where the ending of the name promises another kind; `null` where it fits or says nothing. */
export function mismatchOf(name: string, kind: FileKind): string | null {
  const ending = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const promised = ENDINGS[ending];
  if (promised === undefined || promised.includes(kind)) return null;
  return `文件名以 .${ending} 结尾，内容实为 ${FILE_KIND_LABELS[kind]}，按内容读取`;
}
