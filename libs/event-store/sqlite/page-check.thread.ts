/**
 * A thread that has SQLite check its pages and indexes, beside the walk over the chains: see page-check.ts. Needs Node only, so
 * that it starts alike from the sources and from what is built of them.
 */
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

const database = new DatabaseSync(workerData as string, { readOnly: true, timeout: 5000 });
// Every event is looked up in each index, in no order: with the usual two megabytes most look-ups would read the file again.
database.exec('PRAGMA cache_size = -65536');
parentPort?.postMessage(database.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check']);
database.close();
