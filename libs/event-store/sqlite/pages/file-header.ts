/** The fields of the file's header by their first byte (https://www.sqlite.org/fileformat2.html, "The Database Header"). */
const FIELDS: readonly (readonly [first: number, name: string])[] = [
  [0, '文件类型标识'],
  [16, '页大小'],
  [18, '读写格式版本'],
  [20, '页尾保留字节数'],
  [21, '条目占页比例'],
  [24, '变更计数'],
  [28, '总页数'],
  [32, '空闲页链'],
  [40, '结构变更号'],
  [44, '结构格式号'],
  [48, '建议缓存大小'],
  [52, '自动整理设置'],
  [56, '文字编码'],
  [60, '结构版本'],
  [64, '增量整理设置'],
  [68, '程序标识'],
  [72, '保留区'],
  [92, '变更计数的有效标记'],
  [96, 'SQLite 版本号'],
];

/** What stands at a byte of the first hundred. */
export function headerField(offset: number): string {
  return FIELDS.findLast(([first]) => first <= offset)?.[1] ?? '';
}
