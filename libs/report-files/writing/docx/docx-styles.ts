import type { IFontAttributesProperties, IPropertiesOptions } from 'docx';
import { SIZES } from '#annual-report';

/** Typefaces of official documents (GB/T 9704-2012), for Latin letters and digits too. */
export const FACES = {
  title: face('方正小标宋简体'),
  text: face('仿宋_GB2312'),
  section: face('黑体'),
  part: face('楷体_GB2312'),
  table: face('宋体'),
} as const;

/** Twentieths of a point. */
export const LINE = 560;

/** Two characters of 三号, the indent of a paragraph. */
export const INDENT = SIZES.text * 20;

/** The hint lets “ ” — and …, which both scripts have, be set as Chinese marks. */
function face(name: string): IFontAttributesProperties {
  return { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' };
}

const exact = (line: number) => ({ line, lineRule: 'exact' as const, before: 0, after: 0 });

/** Styles of the document. Heading styles make the outline that Word shows beside the text. */
export const STYLES: NonNullable<IPropertiesOptions['styles']> = {
  default: {
    document: {
      run: { font: FACES.text, size: SIZES.text, language: { value: 'zh-CN', eastAsia: 'zh-CN' } },
      paragraph: { spacing: exact(LINE) },
    },
    title: {
      run: { font: FACES.title, size: SIZES.title, color: '000000' },
      paragraph: { alignment: 'center', spacing: exact(680) },
    },
    heading1: {
      run: { font: FACES.section, size: SIZES.text, color: '000000' },
      paragraph: { indent: { firstLine: INDENT }, keepNext: true, spacing: exact(LINE) },
    },
    heading2: {
      run: { font: FACES.part, size: SIZES.text, color: '000000' },
      paragraph: { indent: { firstLine: INDENT }, keepNext: true, spacing: exact(LINE) },
    },
  },
};
