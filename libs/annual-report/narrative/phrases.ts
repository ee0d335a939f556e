import type { NarrativeKey } from '#statistics';

/** How a figure is put in words: `新收政府信息公开申请21件`, or, where there are none, `未收到政府信息公开申请`. */
export interface Phrase {
  readonly before: string;
  readonly unit: '件' | '条' | '元';
  readonly none?: string;
}

/** The words of every figure that a generated sentence states. They are read back by the same table (stated-figures.ts). */
export const PHRASES = {
  publishedTotal: { before: '主动公开政府信息', unit: '条' },
  new: { before: '新收政府信息公开申请', unit: '件', none: '未收到政府信息公开申请' },
  carriedIn: { before: '上年结转申请', unit: '件', none: '无上年结转申请' },
  resolved: { before: '办结申请', unit: '件', none: '未办结申请' },
  granted: { before: '予以公开', unit: '件' },
  partial: { before: '部分公开', unit: '件' },
  refused: { before: '不予公开', unit: '件' },
  unable: { before: '无法提供', unit: '件' },
  notProcessed: { before: '不予处理', unit: '件' },
  other: { before: '其他处理', unit: '件' },
  carriedOut: { before: '结转下年度继续办理', unit: '件', none: '无结转下年度继续办理的申请' },
  reviews: { before: '被申请行政复议', unit: '件', none: '未被申请行政复议' },
  suits: { before: '被提起行政诉讼', unit: '件', none: '未被提起行政诉讼' },
  feeNotices: { before: '发出信息处理费收费通知', unit: '件', none: '未发出信息处理费收费通知' },
  feeNoticedFen: { before: '金额合计', unit: '元' },
  feePaidFen: { before: '实际收取', unit: '元', none: '未收取信息处理费' },
  overdueFee: { before: '申请人逾期未缴费不再处理', unit: '件' },
} as const satisfies { readonly [key in NarrativeKey]?: Phrase };
export type PhrasedKey = keyof typeof PHRASES;

/** A figure in words. */
export function say(key: PhrasedKey, value: number): string {
  const { before, unit, none }: Phrase = PHRASES[key];
  if (value === 0 && none !== undefined) return none;
  return before + (unit === '元' ? yuanDigits(value) : String(value)) + unit;
}

/** Whole fen in yuan: `400`, or `400.50` where there are fen. */
function yuanDigits(fen: number): string {
  const rest = fen % 100;
  const yuan = String((fen - rest) / 100);
  return rest === 0 ? yuan : `${yuan}.${String(rest).padStart(2, '0')}`;
}
