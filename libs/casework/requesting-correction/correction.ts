import { z } from 'zod';
import type { LocalDate } from '#kernel';

/** What an applicant may be asked to mend (Art. 29, 30; DR section 6, Jiangsu's list of grounds). */
export const CORRECTION_ITEMS = ['identity', 'contact', 'description', 'form-of-provision', 'mandate'] as const;

/** Labels of the items, plain Chinese. */
export const CORRECTION_ITEM_LABELS: Readonly<Record<(typeof CORRECTION_ITEMS)[number], string>> = {
  identity: '身份证明',
  contact: '联系方式',
  description: '申请内容描述',
  'form-of-provision': '获取信息的方式、途径',
  mandate: '委托手续',
};

/** Accepts one of the items that a correction notice may ask for. */
export const correctionItemSchema = z.enum(CORRECTION_ITEMS);

/** The one correction notice of a case and what became of it. */
export interface Correction {
  readonly requestedOn: LocalDate;
  /** The reasonable date set by the agency (Art. 30). */
  readonly correctBy: LocalDate;
  /** Receipt of the corrected application: restarts the reply clock. `null` while waiting or when it lapsed. */
  readonly correctedOn: LocalDate | null;
}
