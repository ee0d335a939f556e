import type { Block, ReportDocument } from '#annual-report';
import { decode, mebibytes, officePackage, UnreadableFile } from '#files';
import { compoundKind, containerOf, mismatchOf, textKind, type FileKind } from './file-kind.js';
import { htmlBlocks } from './html/html-blocks.js';
import { READING_LIMITS } from './limits.js';
import { markdownBlocks } from './text/markdown.js';
import { textLines } from './text/text-lines.js';

/** A file as somebody hands it in. */
export interface FileToRead {
  /** For messages; its ending is a hint only. */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a file shows, and what must be known about how it was read. */
export interface FileContent {
  readonly kind: FileKind;
  /** Of text; `null` for the others. */
  readonly encoding: string | null;
  readonly document: ReportDocument;
  /** In plain Chinese: the ending of the name belies the content, formulas, hidden sheets. */
  readonly notes: readonly string[];
}

/**
 * Reads a file of any kind that is known. The kind is told by the bytes. Raises {@link UnreadableFile}, naming the file:
 * `file-empty`, `file-too-large`, `file-too-complex`, `file-damaged`, `file-encrypted`, `file-hostile`, `file-kind-unsupported`,
 * `encoding-unknown`, `pdf-without-text`.
 */
export async function readReportFile({ name, bytes }: FileToRead): Promise<FileContent> {
  try {
    const {
      kind,
      encoding = null,
      blocks,
      notes = [],
    } = await contentOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
    const mismatch = mismatchOf(name, kind);
    return { kind, encoding, document: { blocks }, notes: [...(mismatch === null ? [] : [mismatch]), ...notes] };
  } catch (error) {
    throw error instanceof UnreadableFile ? error.of(name) : error;
  }
}

interface Content {
  readonly kind: FileKind;
  readonly encoding?: string;
  readonly blocks: readonly Block[];
  readonly notes?: readonly string[];
}

async function contentOf(bytes: Buffer): Promise<Content> {
  if (bytes.length === 0) throw new UnreadableFile('file-empty', '文件是空的');
  assertSize(bytes.length);
  // The libraries are large; each is loaded when the first file of its kind comes.
  switch (containerOf(bytes)) {
    case 'zip': {
      const office = officePackage(bytes, READING_LIMITS);
      if (office.kind === 'xlsx') return workbookContent('xlsx', office.bytes);
      const { readDocx } = await import('./word/read-docx.js');
      return { kind: 'docx', blocks: await readDocx(office.bytes) };
    }
    case 'compound':
      return workbookContent(compoundKind(bytes), bytes);
    case 'pdf': {
      const { readPdf } = await import('./pdf/read-pdf.js');
      return { kind: 'pdf', blocks: await readPdf(bytes) };
    }
    case 'text':
      return textContent(bytes);
  }
}

async function workbookContent(kind: 'xlsx' | 'xls', bytes: Buffer): Promise<Content> {
  const { readWorkbook } = await import('./sheets/read-workbook.js');
  return { kind, ...readWorkbook(bytes) };
}

function textContent(bytes: Buffer): Content {
  const { text, encoding } = decode(bytes);
  const kind = textKind(text);
  const blocks = kind === 'html' ? htmlBlocks(text) : kind === 'text' ? textLines(text) : markdownBlocks(text);
  return { kind, encoding, blocks };
}

/** Refuses a file by its size, before it is read into memory. Raises `file-too-large`. */
export function assertSize(bytes: number): void {
  if (bytes <= READING_LIMITS.fileBytes) return;
  const limit = mebibytes(READING_LIMITS.fileBytes);
  throw new UnreadableFile('file-too-large', `文件过大（${mebibytes(bytes)}，上限 ${limit}），未予读取`);
}
