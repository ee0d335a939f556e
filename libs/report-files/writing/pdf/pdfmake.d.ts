/** The part of pdfmake 0.3 that is used here; the package brings no types. */
declare module 'pdfmake' {
  /** A piece of a page: text, a stack, a table. Lengths are points. */
  export interface Content {
    readonly text?: string | readonly Content[];
    readonly stack?: readonly Content[];
    readonly table?: TableContent;
    readonly layout?: TableLayout;
    readonly style?: string;
    readonly margin?: readonly [left: number, top: number, right: number, bottom: number];
    readonly alignment?: 'left' | 'center' | 'right' | 'justify';
    readonly fontSize?: number;
    readonly lineHeight?: number;
    readonly bold?: boolean;
    readonly noWrap?: boolean;
    readonly color?: string;
    readonly background?: string;
    readonly leadingIndent?: number;
    readonly colSpan?: number;
    readonly rowSpan?: number;
    readonly unbreakable?: boolean;
    /** For `pageBreakBefore` to know headings by. */
    readonly headlineLevel?: number;
  }

  /** Rows and columns of a table; widths are without padding and borders. */
  export interface TableContent {
    readonly widths: readonly number[];
    readonly heights: (row: number) => number;
    readonly headerRows: number;
    readonly keepWithHeaderRows?: number;
    readonly dontBreakRows: boolean;
    /** The place of each slot; those under a merged cell are empty objects. */
    readonly body: readonly (readonly Content[])[];
  }

  /** Borders and padding of a table. */
  export interface TableLayout {
    readonly hLineWidth: () => number;
    readonly vLineWidth: () => number;
    readonly paddingLeft: () => number;
    readonly paddingRight: () => number;
    readonly paddingTop: () => number;
    readonly paddingBottom: () => number;
  }

  /** A node as `pageBreakBefore` sees it. */
  export interface PlacedNode {
    readonly headlineLevel?: number;
  }

  /** What can be asked about the nodes around one. */
  export interface NodeQueries {
    getFollowingNodesOnPage(): readonly PlacedNode[];
  }

  /** A document whole. */
  export interface DocumentDefinition {
    readonly info: Readonly<Record<string, string | Date>>;
    readonly language: string;
    readonly pageSize: 'A4';
    readonly pageMargins: readonly [left: number, top: number, right: number, bottom: number];
    readonly defaultStyle: Content & { readonly font: string };
    readonly styles: Readonly<Record<string, Content>>;
    readonly content: readonly Content[];
    readonly header?: (page: number) => Content;
    readonly footer: (page: number) => Content;
    readonly watermark?: {
      readonly text: string;
      readonly color: string;
      readonly opacity: number;
      readonly fontSize: number;
    };
    readonly pageBreakBefore: (node: PlacedNode, nodes: NodeQueries) => boolean;
  }

  /** The files of a typeface, by weight. */
  export interface FontFiles {
    readonly normal: string;
    readonly bold: string;
  }

  interface PdfMake {
    setFonts(fonts: Readonly<Record<string, FontFiles>>): void;
    setUrlAccessPolicy(allows: (url: string) => boolean): void;
    setLocalAccessPolicy(allows: (path: string) => boolean): void;
    createPdf(definition: DocumentDefinition): { getBuffer(): Promise<Buffer> };
  }

  const pdfmake: PdfMake;
  export default pdfmake;
}
