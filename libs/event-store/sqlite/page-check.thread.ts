/**
 * A thread that looks at the whole file, beside the walk over the chains: see page-check.ts. Needs Node only, and loads what needs
 * Node only, so that it starts alike from the sources and from what is built of them.
 */
import { extname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { parentPort, workerData } from 'node:worker_threads';

interface Modules {
  readonly sumsOfFile: (file: string, pageSize: number) => ArrayLike<number>;
  readonly examineFile: (database: DatabaseSync, seed: unknown) => unknown;
}

const { file, pageSize, seed } = workerData as {
  readonly file: string;
  readonly pageSize: number;
  readonly seed: unknown;
};
const { sumsOfFile } = await load('pages/page-sums');
const { examineFile } = await load('index-entries');

parentPort?.postMessage({ sums: Uint32Array.from(sumsOfFile(file, pageSize)) });
const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
parentPort?.postMessage({ findings: examineFile(database, seed) });
database.close();

async function load(module: string): Promise<Modules> {
  return (await import(new URL(module + extname(import.meta.filename), import.meta.url).href)) as Modules;
}
