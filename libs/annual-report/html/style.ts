import { PAGE, SIZES } from '../layout/page.js';

const { top, right, bottom, left } = PAGE.margin;

/** Half-points as CSS writes them. */
export function points(halfPoints: number): string {
  return `${String(Math.floor(halfPoints / 2))}${halfPoints % 2 === 0 ? '' : '.5'}pt`;
}

/** Typefaces of official documents, then what Windows, macOS and Linux have in their place. */
const FACES = {
  title: `'方正小标宋简体','方正小标宋_GBK','FZXiaoBiaoSong-B05S','STZhongsong','华文中宋','SimSun','宋体','Songti SC','Noto Serif CJK SC','Source Han Serif SC',serif`,
  text: `'仿宋_GB2312','FangSong_GB2312','仿宋','FangSong','STFangsong','华文仿宋','宋体','SimSun','Songti SC','Noto Serif CJK SC','Source Han Serif SC',serif`,
  section: `'黑体','SimHei','Heiti SC','Noto Sans CJK SC','Source Han Sans SC',sans-serif`,
  part: `'楷体_GB2312','KaiTi_GB2312','楷体','KaiTi','STKaiti','Kaiti SC','仿宋','Noto Serif CJK SC',serif`,
  table: `'宋体','SimSun','Songti SC','Noto Serif CJK SC','Source Han Serif SC',serif`,
};

/** The style sheet of a report: a sheet of A4 on screen, the same on paper, with page numbers where the printer can set them. */
export const STYLE = `
@page{size:A4;margin:${top}mm ${right}mm ${bottom}mm ${left}mm;@bottom-center{content:"— " counter(page) " —";font:${points(SIZES.pageNumber)} ${FACES.table}}}
*{box-sizing:border-box}
body{margin:0;background:#fff;color:#000;font:${points(SIZES.text)}/28pt ${FACES.text};line-break:strict;overflow-wrap:anywhere}
h1{margin:0 0 28pt;text-align:center;font:${points(SIZES.title)}/34pt ${FACES.title};text-wrap:balance}
h2,h3,p{margin:0;text-indent:2em;font-size:inherit;font-weight:normal}
h2{font-family:${FACES.section}}
h3{font-family:${FACES.part}}
h2,h3{break-after:avoid}
p{text-align:justify;orphans:2;widows:2}
.signature{text-align:right;text-indent:0;padding-right:4em;break-before:avoid}
.signature.first{margin-top:28pt}
.notice{margin:0 0 14pt;padding:2pt 0;border:1pt solid #c00;color:#c00;text-align:center;text-indent:0;font-family:${FACES.section}}
.unconfirmed{background:#fff3cd;color:#c00}
table{width:calc(100% - 1pt);margin:6pt 0 14pt;border-collapse:collapse;table-layout:fixed;break-inside:avoid;font:${points(SIZES.table)}/12pt ${FACES.table};text-indent:0}
thead{display:table-header-group}
tr{break-inside:avoid}
td,th{height:16pt;padding:2pt 1mm;border:.75pt solid #000;font-weight:normal;text-align:center;vertical-align:middle}
.label,.note{text-align:left}
.group{padding:2pt .5mm}
.figure{padding:2pt .4mm;overflow-wrap:normal}
.t2{font-size:${points(SIZES.table2)};line-height:16pt}
.t2 td,.t2 th{height:20pt}
.t4 th{padding:2pt .3mm}
.mark{display:none}
@media screen{html{background:#ddd}body{width:${PAGE.width}mm;min-height:${PAGE.height}mm;margin:8mm auto;padding:${top}mm ${right}mm ${bottom}mm ${left}mm}}
@media print{.mark{display:block;position:fixed;top:40%;left:0;width:100%;text-align:center;font:120pt/1 ${FACES.section};color:rgba(204,0,0,.12);transform:rotate(-30deg)}}
`
  .trim()
  .replaceAll('\n', '');
