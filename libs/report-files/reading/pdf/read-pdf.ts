import type { Block } from '#annual-report';
import { Budget } from '../budget.js';
import { READING_LIMITS } from '../limits.js';
import { UnreadableFile } from '#files';
import { openPdf } from './open-pdf.js';
import { linesOf } from './page-lines.js';
import { runsOf } from './runs.js';

/**
 * The text layer of a PDF as lines with the places of their pieces, page by page. Nothing in the file is run, drawn or fetched. Raises
 * `file-damaged`, `file-encrypted`, `file-too-complex`, and `pdf-without-text` for a scan: figures in pictures are not guessed.
 */
export async function readPdf(bytes: Buffer): Promise<readonly Block[]> {
  const pdf = await openPdf(bytes);
  const budget = new Budget();
  const blocks: Block[] = [];
  try {
    if (pdf.numPages > READING_LIMITS.pages) {
      throw new UnreadableFile('file-too-complex', `PDF 有 ${String(pdf.numPages)} 页，不像一份年度报告`);
    }
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const viewport = page.getViewport({ scale: 1 });
      const runs = runsOf(await page.getTextContent({ disableNormalization: true }), viewport);
      const lines = linesOf(runs, viewport.width);
      lines.forEach((line, index) => {
        budget.takeLine();
        blocks.push({ kind: 'line', ...line, place: `第 ${String(number)} 页第 ${String(index + 1)} 行` });
      });
      page.cleanup();
    }
  } catch (cause) {
    if (cause instanceof UnreadableFile) throw cause;
    throw new UnreadableFile('file-damaged', '文件已损坏或不完整：PDF 的页面无法读取', {}, { cause });
  } finally {
    await pdf.loadingTask.destroy();
  }
  if (blocks.length === 0) throw new UnreadableFile('pdf-without-text', '扫描件，没有文字层，无法读取；请提供文字版');
  return blocks;
}
