import { AlignmentType, Document, Footer, Header, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from 'docx';
import { DRAFT_MARK, layoutOf, PAGE, SIZES, type AnnualReport, type LayoutBlock, type TextBlock } from '#annual-report';
import { documentDate } from '../document-date.js';
import { repack } from '../repack.js';
import { docxTable } from './docx-table.js';
import { FACES, INDENT, LINE, STYLES } from './docx-styles.js';

/** Twentieths of a point. */
const millimetres = (length: number): number => Math.floor((length * 56_693) / 1000);

const RED = 'C00000';

/** A report as a DOCX file by the rules for official documents, editable in Word and WPS. Equal reports give equal bytes. */
export async function writeDocx(report: AnnualReport): Promise<Uint8Array> {
  const { title, author, titleLines, draftNotice, blocks } = layoutOf(report);
  const { margin } = PAGE;
  const document = new Document({
    title: draftNotice === null ? title : `【${DRAFT_MARK}】${title}`,
    creator: author,
    lastModifiedBy: author,
    styles: STYLES,
    sections: [
      {
        properties: {
          titlePage: draftNotice !== null,
          page: {
            size: { width: millimetres(PAGE.width), height: millimetres(PAGE.height) },
            margin: {
              top: millimetres(margin.top),
              right: millimetres(margin.right),
              bottom: millimetres(margin.bottom),
              left: millimetres(margin.left),
              header: millimetres(20),
              footer: millimetres(25),
            },
          },
        },
        ...(draftNotice !== null && { headers: { default: new Header({ children: [notice(draftNotice)] }) } }),
        footers: { default: pageNumbers(), first: pageNumbers() },
        children: [
          ...(draftNotice === null ? [] : [notice(draftNotice)]),
          titleParagraph(titleLines),
          new Paragraph({}),
          ...blocks.map((block, index) => child(block, blocks[index - 1], blocks[index + 1])),
        ],
      },
    ],
  });
  return repack(await Packer.toBuffer(document), datedBy(documentDate(report)));
}

type Neighbour = LayoutBlock | undefined;

function child(block: LayoutBlock, before: Neighbour, after: Neighbour) {
  return block.kind === 'table' ? docxTable(block) : paragraph(block, before, after);
}

function paragraph({ kind, text, draft }: TextBlock, before: Neighbour, after: Neighbour): Paragraph {
  switch (kind) {
    case 'notice':
      return notice(text);
    case 'section':
      return sectionTitle(text, before?.kind === 'table', after?.kind === 'table');
    case 'part':
      return new Paragraph({ heading: HeadingLevel.HEADING_2, text });
    case 'paragraph':
      return new Paragraph({
        alignment: AlignmentType.BOTH,
        indent: { firstLine: INDENT },
        children: [new TextRun({ text, ...(draft && { color: RED, highlight: 'yellow' }) })],
      });
    case 'signature':
      return new Paragraph({
        alignment: AlignmentType.RIGHT,
        indent: { right: 2 * INDENT },
        ...(before?.kind !== 'signature' && { spacing: { before: LINE } }),
        text,
      });
  }
}

/** With some space between it and a table on either side. */
function sectionTitle(text: string, afterTable: boolean, beforeTable: boolean): Paragraph {
  const spacing = { before: afterTable ? LINE / 2 : 0, after: beforeTable ? 120 : 0 };
  return new Paragraph({ heading: HeadingLevel.HEADING_1, text, spacing });
}

function titleParagraph(lines: readonly string[]): Paragraph {
  const children = lines.map((text, index) => new TextRun({ text, ...(index > 0 && { break: 1 }) }));
  return new Paragraph({ heading: HeadingLevel.TITLE, children });
}

function notice(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text, font: FACES.section, color: RED, size: SIZES.pageNumber })],
  });
}

/** `— 1 —`, as official documents have it. */
function pageNumbers(): Footer {
  const children = ['— ', PageNumber.CURRENT, ' —'];
  const run = new TextRun({ children, font: FACES.table, size: SIZES.pageNumber });
  return new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [run] })] });
}

/** Puts the date of the report where the library writes the time at which it ran. */
function datedBy(date: Date): (path: string, text: string) => string {
  return (path, text) =>
    path === 'docProps/core.xml'
      ? text.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date.toISOString()}`)
      : text;
}
