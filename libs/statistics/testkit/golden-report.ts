import type { ReportFigures } from '../report.js';

/**
 * A city's report on 2025 in the 2021 form for which every printed sum holds (DR 2.6, golden fixture of V1 to V4), with last year's
 * figures made to fit.
 */
export const GOLDEN: ReportFigures = {
  year: 2025,
  form: '2021',
  table2: {
    regulations: { made: 3, repealed: 5, inForce: 74 },
    normativeDocuments: { made: 564, repealed: 984, inForce: 4185 },
    licensing: { decisions: 11398889 },
    penalty: { decisions: 6937489 },
    coercion: { decisions: 166105 },
    fees: { amount10k: 316441 },
  },
  table3: {
    new: [13612, 252, 0, 45, 128, 32, 14069],
    carriedIn: [535, 6, 0, 1, 18, 0, 560],
    granted: [5345, 129, 0, 41, 19, 14, 5548],
    partial: [2120, 39, 0, 1, 6, 2, 2168],
    'refused.stateSecret': [13, 0, 0, 0, 0, 0, 13],
    'refused.otherLaw': [30, 0, 0, 0, 0, 0, 30],
    'refused.threeSecuritiesOneStability': [11, 0, 0, 0, 0, 0, 11],
    'refused.thirdPartyRights': [49, 2, 0, 0, 0, 0, 51],
    'refused.internalAffairs': [103, 1, 0, 0, 0, 0, 104],
    'refused.processInformation': [84, 1, 0, 0, 0, 0, 85],
    'refused.enforcementFile': [282, 4, 0, 0, 0, 0, 286],
    'refused.administrativeQuery': [147, 0, 0, 0, 1, 2, 150],
    'unable.notHeld': [3075, 50, 0, 0, 89, 8, 3222],
    'unable.needsCreation': [177, 3, 0, 0, 0, 0, 180],
    'unable.stillUnclear': [19, 0, 0, 0, 0, 0, 19],
    'notProcessed.petition': [199, 1, 0, 0, 3, 0, 203],
    'notProcessed.duplicate': [147, 1, 0, 0, 0, 0, 148],
    'notProcessed.publication': [0, 0, 0, 0, 0, 0, 0],
    'notProcessed.excessive': [100, 1, 0, 0, 0, 0, 101],
    'notProcessed.confirmOrReissue': [5, 0, 0, 0, 0, 0, 5],
    'other.overdueCorrection': [315, 3, 0, 0, 0, 0, 318],
    'other.overdueFee': [202, 0, 0, 1, 0, 0, 203],
    'other.other': [941, 17, 0, 1, 3, 3, 965],
    resolvedTotal: [13364, 252, 0, 44, 121, 29, 13810],
    carriedOut: [783, 6, 0, 2, 25, 3, 819],
  },
  table4: { review: [376, 97, 196, 121, 790], suitDirect: [16, 1, 12, 27, 56], suitAfterReview: [74, 1, 30, 51, 156] },
};

/** The report of the year before, as far as the rules read it. */
export const GOLDEN_LAST_YEAR: ReportFigures = {
  year: 2024,
  form: '2021',
  table2: {
    regulations: { made: 0, repealed: 0, inForce: 76 },
    normativeDocuments: { made: 0, repealed: 0, inForce: 4605 },
    licensing: { decisions: 0 },
    penalty: { decisions: 0 },
    coercion: { decisions: 0 },
    fees: { amount10k: 0 },
  },
  table3: { carriedOut: [535, 6, 0, 1, 18, 0, 560] },
  table4: null,
};
