/** The 21 leaf rows of 三、本年度办理结果 in the 2021 form, in its order; ids as in published data (docs/formats). */
export const RESULT_ROWS_2021 = [
  'granted',
  'partial',
  'refused.stateSecret',
  'refused.otherLaw',
  'refused.threeSecuritiesOneStability',
  'refused.thirdPartyRights',
  'refused.internalAffairs',
  'refused.processInformation',
  'refused.enforcementFile',
  'refused.administrativeQuery',
  'unable.notHeld',
  'unable.needsCreation',
  'unable.stillUnclear',
  'notProcessed.petition',
  'notProcessed.duplicate',
  'notProcessed.publication',
  'notProcessed.excessive',
  'notProcessed.confirmOrReissue',
  'other.overdueCorrection',
  'other.overdueFee',
  'other.other',
] as const;
export type ResultRow2021 = (typeof RESULT_ROWS_2021)[number];

/** The 19 leaf rows of the 2019 form: （六）其他处理 is a single row. */
export type ResultRow2019 = Exclude<ResultRow2021, `other.${string}`> | 'other.all';
