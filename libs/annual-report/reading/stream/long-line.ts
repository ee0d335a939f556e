import type { TextLine } from '../document.js';

/** A line longer than this holds more than one thing: a page whose line breaks were lost. */
const LONGEST_LINE = 160;

/** Where something new begins. */
const BEGINNINGS =
  /(?<=。)|(?=[一二三四五六]\s*、\s*(?:总体情况|主动公开政府信息情况|收到和处理政府信息公开申请情况|政府信息公开行政复议|因政府信息公开|存在|其他需要报告|政府信息公开工作存在))|(?=第二十条第)|(?=信息内容)|(?=（本列数据)|(?=\(本列数据)|(?<=(?:总体情况|政府信息情况|公开申请情况|行政诉讼情况|年度报告)\s)/;

/** The line, or its parts where it is a whole page in one line. */
export function piecesOfLongLine(line: TextLine): readonly TextLine[] {
  if (line.pieces !== undefined || line.text.length <= LONGEST_LINE) return [line];
  return line.text.split(BEGINNINGS).map((text) => ({ kind: 'line', text, place: line.place }));
}
