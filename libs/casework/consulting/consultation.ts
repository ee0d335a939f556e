import type { LocalDate } from '#kernel';

/** Who is asked: a third party whose rights are touched (Art. 32), or an agency (Art. 34, or an opinion under Art. 33(3)). */
export const CONSULTATION_KINDS = ['third-party', 'agency'] as const;
export type ConsultationKind = (typeof CONSULTATION_KINDS)[number];

/** Plain Chinese for whom. */
export const CONSULTATION_KIND_LABELS: Readonly<Record<ConsultationKind, string>> = {
  'third-party': '第三方',
  agency: '其他机关',
};

/**
 * How a consultation ended. Silence of a third party: the agency decides (Art. 32). Silence of a co-producing agency: deemed
 * consent (Art. 34).
 */
export const CONSULTATION_RESULTS = ['agrees', 'objects', 'partly-agrees', 'silent'] as const;
export type ConsultationResult = (typeof CONSULTATION_RESULTS)[number];

/** Plain Chinese for the results. */
export const CONSULTATION_RESULT_LABELS: Readonly<Record<ConsultationResult, string>> = {
  agrees: '同意',
  objects: '不同意',
  'partly-agrees': '部分同意',
  silent: '逾期未答复',
};

/** Working days that the consulted party has from its receipt of the letter (Art. 32, 34). */
export const CONSULTATION_WORKING_DAYS = 15;

/** One letter to one party. Pauses the reply clock in (sentOn, end]; overlapping ones count once (DR 1.5, Q4). */
export interface Consultation {
  readonly consultationId: string;
  readonly kind: ConsultationKind;
  readonly sentOn: LocalDate;
  /** Receipt of the letter by the party, `null` while unknown. Its 15 working days run from it. */
  readonly deliveredOn: LocalDate | null;
  /**
   * The day on which the opinion reached the office; for silence the day on which the period ran out. `null` while open.
   */
  readonly endedOn: LocalDate | null;
  readonly result: ConsultationResult | null;
}
