import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentProxy } from 'pdfjs-dist';
import { UnreadableFile } from '#files';

/**
 * Opens a PDF for its text alone, in this thread: no scripts, no forms, no fonts of the system, nothing from the network. Raises
 * `file-damaged`, `file-encrypted`.
 */
export async function openPdf(bytes: Buffer): Promise<PDFDocumentProxy> {
  const { getDocument, VerbosityLevel } = await library();
  try {
    return await getDocument({
      // The library takes the bytes away from whoever gives them.
      data: new Uint8Array(bytes),
      verbosity: VerbosityLevel.ERRORS,
      // Encodings of Chinese fonts that are not embedded come with the package.
      cMapUrl: join(packageFolder(), 'cmaps/'),
      standardFontDataUrl: join(packageFolder(), 'standard_fonts/'),
      useSystemFonts: false,
      disableFontFace: true,
      enableXfa: false,
      useWasm: false,
      stopAtErrors: false,
    }).promise;
  } catch (cause) {
    if (cause instanceof Error && cause.name === 'PasswordException') {
      throw new UnreadableFile('file-encrypted', '文件有密码保护，无法读取；请去除密码后再试', {}, { cause });
    }
    throw new UnreadableFile('file-damaged', '文件已损坏或不完整：不是有效的 PDF 文件', {}, { cause });
  }
}

function packageFolder(): string {
  return dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
}

/** Loaded when the first PDF comes. With its worker's part in place the library starts no thread and fetches no script. */
async function library() {
  const [api, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    // @ts-expect-error the package has no types for this part
    import('pdfjs-dist/legacy/build/pdf.worker.mjs') as Promise<unknown>,
  ]);
  Object.assign(globalThis, { pdfjsWorker: worker });
  return api;
}
