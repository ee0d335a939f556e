export * from './case-reading.js';
export { differenceOf, explainDifference, type Difference } from './difference.js';
export { readHistory } from './read-history.js';
export * from './reading-point.js';
