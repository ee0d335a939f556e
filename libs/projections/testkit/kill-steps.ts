import { collect, double, type ToyStep } from './toy-log.js';

/** A log that parent and child know without telling each other. */
export const killSteps: readonly ToyStep[] = Array.from({ length: 3000 }, (_, n) =>
  n % 97 === 0 ? double(`s-${n % 40}`) : collect(`s-${n % 40}`, n),
);
