import { DRAFT_MARK, layoutOf, PAGE, SIZES, type AnnualReport, type LayoutBlock, type TextBlock } from '#annual-report';
import pdfmake, { type Content, type DocumentDefinition } from 'pdfmake';
import { documentDate } from '../document-date.js';
import { fitsOnePage, pdfTable } from './pdf-table.js';
import { points } from './points.js';
import { showable } from './showable.js';
import { TYPEFACE, typefaceCoverage } from './typeface.js';

const { name, normal, bold } = TYPEFACE;
pdfmake.setFonts({ [name]: { normal, bold } });
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => path === normal || path === bold);

const BODY = SIZES.text / 2;

/** 28 points from line to line, in parts of the type size, as the typeface counts. */
const BODY_LINE = 28 / BODY;

const RED = '#c00000';

const STYLES: DocumentDefinition['styles'] = {
  title: { fontSize: SIZES.title / 2, bold: true, alignment: 'center', lineHeight: 1.5, margin: [0, 0, 0, 24] },
  section: { bold: true, leadingIndent: 2 * BODY },
  part: { leadingIndent: 2 * BODY },
  paragraph: { leadingIndent: 2 * BODY, alignment: 'justify' },
  signature: { alignment: 'right', margin: [0, 0, 4 * BODY, 0] },
  notice: { fontSize: 12, bold: true, color: RED, alignment: 'center' },
  pageNumber: { fontSize: SIZES.pageNumber / 2, alignment: 'center' },
};

/**
 * A report as a PDF file on A4 with its Chinese characters embedded and its text readable by machines. Characters that the typeface
 * lacks are printed as code points. Equal reports give equal bytes.
 */
export async function writePdf(report: AnnualReport): Promise<Uint8Array> {
  const covers = await typefaceCoverage();
  return pdfmake.createPdf(definitionOf(report, (text) => showable(text, covers))).getBuffer();
}

function definitionOf(report: AnnualReport, show: (text: string) => string): DocumentDefinition {
  const { title, author, titleLines, draftNotice, blocks } = layoutOf(report);
  const { top, right, bottom, left } = PAGE.margin;
  const date = documentDate(report);
  return {
    info: {
      title: draftNotice === null ? title : `【${DRAFT_MARK}】${title}`,
      author,
      creationDate: date,
      modDate: date,
    },
    language: 'zh-CN',
    pageSize: 'A4',
    pageMargins: [points(left), points(top), points(right), points(bottom)],
    defaultStyle: { font: name, fontSize: BODY, lineHeight: BODY_LINE },
    styles: STYLES,
    content: [{ text: titleLines.map(show).join('\n'), style: 'title' }, ...contentOf(blocks, show)],
    ...(draftNotice !== null && {
      header: () => ({ text: draftNotice, style: 'notice', margin: [0, points(22), 0, 0] }),
      watermark: { text: DRAFT_MARK, color: RED, opacity: 0.1, fontSize: 150 },
    }),
    footer: (page) => ({ text: `— ${String(page)} —`, style: 'pageNumber', margin: [0, points(7), 0, 0] }),
    pageBreakBefore: ({ headlineLevel }, nodes) =>
      headlineLevel !== undefined && nodes.getFollowingNodesOnPage().length === 0,
  };
}

/** A table and the title of its section move to the next page together. */
function contentOf(blocks: readonly LayoutBlock[], show: (text: string) => string): readonly Content[] {
  return blocks.reduce<readonly Content[]>((contents, block, index) => {
    const before = blocks[index - 1];
    if (block.kind !== 'table') return [...contents, textContent(block, before, show)];
    const table = pdfTable(block, show);
    if (before?.kind !== 'section' || !fitsOnePage(block)) return [...contents, table];
    return [...contents.slice(0, -1), { unbreakable: true, stack: [...contents.slice(-1), table] }];
  }, []);
}

function textContent(
  { kind, text, draft }: TextBlock,
  before: LayoutBlock | undefined,
  show: (text: string) => string,
): Content {
  return {
    text: show(text),
    style: kind,
    ...(draft && { color: RED, background: '#fff3cd' }),
    ...((kind === 'section' || kind === 'part') && { headlineLevel: 1 }),
    ...(kind === 'signature' && before?.kind !== kind && { margin: [0, 28, 4 * BODY, 0] as const }),
  };
}
