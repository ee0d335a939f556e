import { openVault } from '../index.js';
import { erasureOf, person, testKeys } from './people.testkit.js';

/**
 * A process to be killed: records persons, writes a text of each, erases every third, for ever. Prints one line when a call
 * has returned: `put n`, `text n`, `erase n`. First argument: directory; second: number of the first person.
 */
const [, , directory = '', first = '0'] = process.argv;
const vault = openVault({
  directory,
  masterKeys: testKeys,
  mode: 'writer',
  warn: ({ message }) => process.stderr.write(message),
});
for (let n = Number(first); ; n++) {
  vault.put(`p-${n}`, person(n));
  process.stdout.write(`put ${n}\n`);
  vault.putText(`p-${n}`, 'c-1', 'request', `第${n}号申请的内容`);
  process.stdout.write(`text ${n}\n`);
  if (n % 3 !== 0) continue;
  vault.erase(erasureOf(`p-${n}`));
  process.stdout.write(`erase ${n}\n`);
}
