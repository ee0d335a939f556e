import { eventStoreContract } from '../contract/event-store-contract.testkit.js';
import { openSqliteEventStore } from './open-sqlite-event-store.js';
import { testDirectory } from './sqlite-files.testkit.js';

eventStoreContract('SQLite', async () => {
  const { file, remove } = await testDirectory();
  const store = await openSqliteEventStore({ file, mode: 'writer' });
  return {
    store,
    dispose: async () => {
      await store.close();
      await remove();
    },
  };
});
