import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { coverageOf, type Coverage } from './coverage.js';

const FONTS = join(dirname(createRequire(import.meta.url).resolve('@embedpdf/fonts-sc')), '..', 'fonts');

/** Noto Sans Hans (SIL Open Font License): every Chinese character of GB 2312 and many more. Files by weight. */
export const TYPEFACE = {
  name: 'NotoSansHans',
  normal: join(FONTS, 'NotoSansHans-Regular.otf'),
  bold: join(FONTS, 'NotoSansHans-Bold.otf'),
} as const;

let coverage: Promise<Coverage> | undefined;

/** The characters that the typeface can show in both weights. Read once. */
export function typefaceCoverage(): Promise<Coverage> {
  coverage ??= Promise.all([TYPEFACE.normal, TYPEFACE.bold].map(async (file) => coverageOf(await readFile(file)))).then(
    (weights) => (point) => weights.every((covers) => covers(point)),
  );
  return coverage;
}
