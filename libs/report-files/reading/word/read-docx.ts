import type { Block } from '#annual-report';
import mammoth from 'mammoth';
import { htmlBlocks } from '../html/html-blocks.js';
import { UnreadableFile } from '#files';

/**
 * The paragraphs and tables of a Word file, merged cells included; headers, footers and deleted text are left out, text of boxes stands
 * where the box is anchored. Raises `file-damaged`.
 */
export async function readDocx(bytes: Buffer): Promise<readonly Block[]> {
  return htmlBlocks(await toHtml(bytes));
}

async function toHtml(buffer: Buffer): Promise<string> {
  const options = {
    includeEmbeddedStyleMap: false,
    includeDefaultStyleMap: false,
    externalFileAccess: false,
    // Pictures are left packed (office-package.ts); no report has its tables in them where text could be read.
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
  };
  try {
    return (await mammoth.convertToHtml({ buffer }, options)).value;
  } catch (cause) {
    throw new UnreadableFile('file-damaged', '文件已损坏或不完整：不是有效的 Word 文件', {}, { cause });
  }
}
