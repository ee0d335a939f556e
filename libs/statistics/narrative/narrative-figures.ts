/** Names of figures that the running text of a report states, as published data has them; single reasons by the last part of their row. */
export const NARRATIVE_KEYS = [
  'new',
  'carriedIn',
  'handled',
  'resolved',
  'carriedOut',
  'granted',
  'partial',
  'grantedAndPartial',
  'refused',
  'unable',
  'notProcessed',
  'other',
  'stateSecret',
  'otherLaw',
  'threeSecuritiesOneStability',
  'thirdPartyRights',
  'internalAffairs',
  'processInformation',
  'enforcementFile',
  'administrativeQuery',
  'notHeld',
  'needsCreation',
  'stillUnclear',
  'petition',
  'duplicate',
  'publication',
  'excessive',
  'confirmOrReissue',
  'overdueCorrection',
  'overdueFee',
  'reviews',
  'suits',
  'ownLevelNew',
  'ownLevelCarriedOut',
  'publishedTotal',
  'feeNotices',
  'feeNoticedFen',
  'feePaidFen',
] as const;

/**
 * `handled`: what the text calls 收办, 受理 or 处理; its meaning differs between reports. `ownLevel…`: the government itself as against
 * its territory. `published:…`: items of one channel, or of one category of a channel ({@link publishedKey}). Amounts are in fen.
 */
export type NarrativeKey = (typeof NARRATIVE_KEYS)[number] | PublishedKey;
export type PublishedKey = `published:${string}`;

/** A figure that a sentence of the running text states. */
export interface NarrativeFigure {
  readonly key: NarrativeKey;
  readonly value: number;
  /** The sentence, as in the report. */
  readonly sentence: string;
}

/** The name of the items published through a channel, or of those of one category of it. */
export function publishedKey(channel: string, category?: string): PublishedKey {
  return `published:${JSON.stringify(category === undefined ? [channel] : [channel, category])}`;
}
