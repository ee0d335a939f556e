import { isErased, openVault } from '../index.js';
import { li, testKeys } from './people.testkit.js';

/**
 * A process that only reads: looks at persons `p-0` to `p-9` until its input ends, then prints, as JSON, how often it
 * found each whole, and which of its expectations were broken (`[]` when all is well). Prints `ready` when it begins.
 */
const [, , directory = ''] = process.argv;
const vault = openVault({
  directory,
  masterKeys: testKeys,
  mode: 'reader',
  warn: ({ message }) => process.stderr.write(message),
});
const broken: string[] = [];
const gone = new Set<string>();
let whole = 0;
let reading = true;
process.stdin.on('end', () => (reading = false)).resume();
process.stdout.write('ready\n');
while (reading) {
  for (let n = 0; n < 10; n++) look(`p-${n}`);
  await new Promise(setImmediate);
}
process.stdout.write(JSON.stringify({ whole, gone: gone.size, broken: broken.slice(0, 5) }));
vault.close();

function look(person: string): void {
  try {
    const data = vault.get(person);
    if (isErased(data)) gone.add(person);
    else if (gone.has(person)) broken.push(`${person} came back`);
    else if (data.name === li.name) whole++;
    else broken.push(`${person} is somebody else`);
  } catch (error) {
    broken.push(`${person}: ${String(error)}`);
  }
}
