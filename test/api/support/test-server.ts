import type { Role } from '#kernel';
import type { Clock } from '#office';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startServer, type ApiOptions, type RunningServer } from '../../../apps/api/index.js';
import { ApiClient } from './api-client.js';

/** The day of the tests: the clock of the server stands at noon of it in Shanghai. */
export const TODAY = '2024-06-28';

const CLOCK: Clock = { now: () => `${TODAY}T04:00:00.000Z` };

/** The two agencies of the tests. */
export const AGENCY = 'songzhuang';
export const OTHER_AGENCY = 'mengjin';

type Environment = Readonly<Record<string, string>>;

function serve(options: ApiOptions, environment: Environment): Promise<RunningServer> {
  const given = { port: 0, logLevel: 'silent', rateLimit: 0, anonymousRateLimit: 0, ...options } as const;
  return startServer(given, { clock: CLOCK, environment });
}

/** A real server on a real store in a directory of its own, with people who may do things. */
export class TestServer {
  readonly #clients: ApiClient[] = [];

  private constructor(
    private running: RunningServer,
    readonly dataDir: string,
  ) {}

  /** The server that runs now. */
  get server(): RunningServer {
    return this.running;
  }

  /** Starts on a free port and founds both agencies. */
  static async start(options: ApiOptions = {}, environment: Environment = {}): Promise<TestServer> {
    const dataDir = mkdtempSync(join(tmpdir(), 'gongkai-api-'));
    const test = new TestServer(await serve({ dataDir, ...options }, environment), dataDir);
    const operator = test.client('operator', '*');
    for (const [agency, name] of [
      [AGENCY, '宋庄镇人民政府'],
      [OTHER_AGENCY, '孟津区人民政府'],
    ]) {
      const body = { agency, on: '2020-01-01', name, level: 'town', parentId: null };
      const { status, text } = await operator.post('/agencies', body);
      if (status !== 201) throw new Error(`founding ${agency}: ${text}`);
    }
    return test;
  }

  /** A client with a token of its own. The staff id is the role, unless named. */
  client(role: Role, agencies: readonly string[] | '*' = [AGENCY], staffId: string = role): ApiClient {
    const request = {
      staffId,
      role,
      agencies: agencies === '*' ? agencies : [...agencies],
      expiresAt: '2030-01-01T00:00:00.000Z',
    } as const;
    return this.#keep(new ApiClient(this.server.url, this.server.tokens.create(request, CLOCK.now()).token));
  }

  /** A client with this token, or none. */
  stranger(token?: string): ApiClient {
    return this.#keep(new ApiClient(this.server.url, token));
  }

  /** Ends the server and starts another on the same files. Clients made before are of no use any more. */
  async restart(environment: Environment = {}): Promise<void> {
    await this.running.stop();
    this.running = await serve({ dataDir: this.dataDir }, environment);
  }

  /** Stops the server and removes its files. */
  async stop(): Promise<void> {
    for (const client of this.#clients) client.close();
    await this.server.stop();
    rmSync(this.dataDir, { recursive: true });
  }

  #keep(client: ApiClient): ApiClient {
    this.#clients.push(client);
    return client;
  }
}
