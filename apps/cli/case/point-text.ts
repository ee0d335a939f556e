import { READING_KIND_LABELS, READING_KINDS, type ReadingPoint } from '#casework';
import { choiceOption, dateOption, instantOption, listOption } from '../shell/parse.js';
import { UsageFault } from '../shell/usage-fault.js';
import { revisionOption } from './reading-options.js';

/** The point that limits nothing: the case as it is now known. */
const NOW = 'now';

/** Reads a point in one word: `now`, or `revision=3,known-at=…,on=…,as=recorded`, each at most once. Raises `UsageFault`. */
export function pointOption(name: string, value: string): ReadingPoint {
  if (value === NOW) return {};
  const given = listOption(value).map((word) => partOf(name, word));
  const twice = given.find(([key], index) => given.findIndex(([other]) => other === key) < index);
  if (twice !== undefined) throw new UsageFault(`${name} 中重复写了同一项：${value}`);
  return Object.fromEntries(given);
}

/** What limits the reading, in Chinese. */
export function pointText({ revision, knownAt, on, as = 'corrected' }: ReadingPoint): string {
  return [
    ...(revision === undefined ? [] : [`读到第 ${revision} 条记录`]),
    ...(knownAt === undefined ? [] : [`以 ${knownAt} 所知为准`]),
    ...(on === undefined ? [] : [`计 ${on} 及以前的事实`]),
    READING_KIND_LABELS[as],
  ].join('，');
}

function partOf(name: string, word: string): [string, string | number] {
  const at = word.indexOf('=');
  const [key, value] = [word.slice(0, at), word.slice(at + 1)];
  switch (at < 0 ? '' : key) {
    case 'revision':
      return ['revision', revisionOption(`${name} 的 revision`, value)];
    case 'known-at':
      return ['knownAt', instantOption(`${name} 的 known-at`, value)];
    case 'on':
      return ['on', dateOption(`${name} 的 on`, value)];
    case 'as':
      return ['as', choiceOption(`${name} 的 as`, value, READING_KINDS)];
    default:
      throw new UsageFault(`${name} 应为 now，或 revision=、known-at=、on=、as= 各项以逗号相连；而不是 ${word}`);
  }
}
