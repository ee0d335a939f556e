import type { Line } from './line.js';
export const EVERY_STEP: readonly Line[] = [];
