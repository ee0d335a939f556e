import type { LocalDate } from '#kernel';

/** How a reply leaves the office (国办公开办函〔2016〕235号; DR 1.9, Q5). Post means the postal enterprise, not a courier. */
export const DISPATCH_MODES = ['direct', 'entrusted', 'post', 'electronic'] as const;
export type DispatchMode = (typeof DISPATCH_MODES)[number];

/** What the ways are called. */
export const DISPATCH_MODE_LABELS: Readonly<Record<DispatchMode, string>> = {
  direct: '直接送达',
  entrusted: '委托送达',
  post: '邮寄',
  electronic: '电子',
};

/** The reply that ended the case. */
export interface Reply {
  /** Day of signature for direct or entrusted service, of posting for post, of sending for electronic replies. Ends the clock. */
  readonly dispatchedOn: LocalDate;
  readonly mode: DispatchMode;
  readonly deliveredOn: LocalDate | null;
  /** The information was made public afterwards (Art. 44). */
  readonly madePublicOn: LocalDate | null;
}
