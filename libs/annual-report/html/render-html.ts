import { DRAFT_MARK } from '../layout/draft.js';
import { layoutOf, type LayoutBlock, type TextBlock } from '../layout/report-layout.js';
import type { AnnualReport } from '../report/annual-report.js';
import { escapeHtml } from './escape.js';
import { STYLE } from './style.js';
import { tableHtml } from './table-html.js';

/**
 * A report as one HTML file in UTF-8 that needs nothing else: no script, no address, no font to fetch. It prints on A4 with the
 * heads of tables repeated. Equal reports give equal text.
 */
export function renderHtml(report: AnnualReport): string {
  const { title, titleLines, draftNotice, blocks } = layoutOf(report);
  const heading = draftNotice === null ? title : `【${DRAFT_MARK}】${title}`;
  return [
    '<!DOCTYPE html>',
    '<html lang="zh-CN">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${escapeHtml(heading)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    ...(draftNotice === null
      ? []
      : [
          `<div class="mark" aria-hidden="true">${DRAFT_MARK}</div>`,
          `<p class="notice">${escapeHtml(draftNotice)}</p>`,
        ]),
    `<h1>${titleLines.map(escapeHtml).join('<br>')}</h1>`,
    ...blocks.map((block, index) => blockHtml(block, blocks[index - 1])),
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function blockHtml(block: LayoutBlock, before: LayoutBlock | undefined): string {
  return block.kind === 'table' ? tableHtml(block) : textHtml(block, before?.kind !== block.kind);
}

function textHtml({ kind, text, draft }: TextBlock, first: boolean): string {
  const words = escapeHtml(text);
  switch (kind) {
    case 'notice':
      return `<p class="notice">${words}</p>`;
    case 'section':
      return `<h2>${words}</h2>`;
    case 'part':
      return `<h3>${words}</h3>`;
    case 'paragraph':
      return draft ? `<p class="unconfirmed">${words}</p>` : `<p>${words}</p>`;
    case 'signature':
      return `<p class="signature${first ? ' first' : ''}">${words}</p>`;
  }
}
