/** Forgets a person and kills itself: `forgetting-worker.ts DIRECTORY MOMENT`, where the moment is `before N` or `after N`. */
import { erasePersonalData } from '#casework';
import { forget, withPeople } from './forgetting.js';

const [directory, moment] = process.argv.slice(2);
const [when, nth] = moment!.split(' ');
await withPeople(directory!, async ({ store }, people) => {
  const append = store.append.bind(store);
  let erasures = 0;
  store.append = async (stream, expected, events, metadata) => {
    if (events.some(({ type }) => type === erasePersonalData.event.type)) erasures++;
    const dies = erasures === Number(nth);
    if (dies && when === 'before') process.kill(process.pid, 'SIGKILL');
    const appended = await append(stream, expected, events, metadata);
    if (dies && when === 'after') process.kill(process.pid, 'SIGKILL');
    return appended;
  };
  await forget(people);
});
