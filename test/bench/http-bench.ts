import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { systemClock } from '#office';
import { startServer } from '../../apps/api/index.js';
import { request, somebody } from '../../libs/office/testkit/busy-office.js';
import { BENCH_AGENCY } from './case-log.js';
import { rowsOf, writeRaw } from './store-floor.js';

const run = promisify(execFile);

/** Registrations per second through the API, beside raw SQLite and beside a bare HTTP server that stores nothing. */
export interface HttpRow {
  readonly clients: number;
  readonly measured: number;
  /** Rows per second: raw node:sqlite, the same rows, `clients` to a transaction. */
  readonly rawSqlite: number;
  /** Requests per second: node:http, the same requests, the body parsed, nothing stored. */
  readonly bareHttp: number;
}

/** Durable registrations through HTTP at concurrency 1 and 64; the clients run in a process of their own. */
export async function benchHttp(report: (line: string) => void): Promise<readonly HttpRow[]> {
  const rows: HttpRow[] = [];
  for (const [clients, requests] of [
    [1, 3_000],
    [64, 12_000],
  ] as const) {
    const directory = await mkdtemp(join(process.env['BENCH_DIR'] ?? tmpdir(), 'gongkai-http-'));
    try {
      rows.push(await benchOne(directory, clients, requests));
      report(`  ${clients} clients: ${Math.round(rows.at(-1)!.measured)}/s`);
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  }
  return rows;
}

async function benchOne(directory: string, clients: number, requests: number): Promise<HttpRow> {
  const { measured } = await throughApi(directory, clients, requests);
  const rows = rowsOf(join(directory, 'log.db'));
  const rawSqlite = rows.length / writeRaw(join(directory, 'floor.db'), rows, clients);
  return { clients, measured, rawSqlite, bareHttp: await bare(clients, requests) };
}

async function throughApi(
  directory: string,
  clients: number,
  requests: number,
): Promise<{ readonly measured: number }> {
  const server = await startServer({ dataDir: directory, port: 0, rateLimit: 0, logLevel: 'warn' });
  try {
    const { token } = server.tokens.create(
      { staffId: 'handler-1', role: 'handler', agencies: '*', expiresAt: '2099-01-01T00:00:00.000Z' },
      systemClock.now(),
    );
    await server.office.agencies.record({
      name: 'found-agency',
      agency: BENCH_AGENCY,
      body: { on: '2010-01-01', name: '某市人民政府', level: 'city', parentId: null },
      request: request(somebody('operator'), 'found'),
    });
    await send(server.url, token, clients, 500, 'warm');
    return { measured: requests / (await send(server.url, token, clients, requests, 'b')) };
  } finally {
    await server.stop();
  }
}

async function bare(clients: number, requests: number): Promise<number> {
  const server = createServer((asked, answer) => {
    const chunks: Buffer[] = [];
    asked.on('data', (chunk: Buffer) => chunks.push(chunk));
    asked.on('end', () => {
      JSON.parse(Buffer.concat(chunks).toString());
      answer.writeHead(201, { 'content-type': 'application/json' }).end('{}');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const seconds = await send(url, 'none', clients, requests, 'b');
  server.close();
  return requests / seconds;
}

async function send(url: string, token: string, clients: number, requests: number, prefix: string): Promise<number> {
  const script = join(import.meta.dirname, 'http-client.js');
  const { stdout } = await run(process.execPath, [script, url, token, String(clients), String(requests), prefix]);
  return Number(stdout);
}
