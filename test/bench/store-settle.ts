import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/**
 * Collects garbage, so that the clock starts with what was made up for the bench out of the way: it would otherwise be
 * moved about by the collector on the time of whatever runs next.
 */
export function settle(): void {
  collect();
  collect();
}
