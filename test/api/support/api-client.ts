import { randomUUID } from 'node:crypto';
import { Agent, request, type IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';

/** An answer of the API, read whole. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly bytes: Buffer;
  /** The body as JSON; `undefined` when it is none. */
  readonly json: unknown;
}

/** What to send besides method and path. `undefined` leaves a header out. */
export interface Sending {
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body?: string | Buffer;
}

/** A client that sends exactly what it is told, also what a well-behaved one would not. */
export class ApiClient {
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 64 });

  constructor(
    readonly url: string,
    private readonly token?: string,
  ) {}

  async get(path: string, headers: Sending['headers'] = {}): Promise<Answer> {
    return this.send('GET', path, { headers });
  }

  /** Records a command under a fresh key, unless `headers` names one. */
  async post(path: string, body: unknown, headers: Sending['headers'] = {}): Promise<Answer> {
    return this.send('POST', path, {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
    });
  }

  send(method: string, path: string, { headers = {}, body }: Sending = {}): Promise<Answer> {
    const authorization = this.token === undefined ? {} : { authorization: `Bearer ${this.token}` };
    const all = Object.entries({ ...authorization, ...headers }).filter(([, value]) => value !== undefined);
    return new Promise((resolve, reject) => {
      const { hostname, port } = new URL(this.url);
      const sent = request(
        {
          hostname,
          port,
          method,
          path,
          agent: this.#agent,
          headers: Object.fromEntries(all) as Record<string, string>,
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
          incoming.on('error', reject);
          incoming.on('end', () => {
            const bytes = Buffer.concat(chunks);
            const text = bytes.toString('utf8');
            resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, text, bytes, json: jsonOf(text) });
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A problem as a client reads it. */
export const problemSchema = z.looseObject({
  type: z.string(),
  title: z.string().min(1),
  status: z.int(),
  detail: z.string().min(1),
  instance: z.string().regex(/^urn:gongkai:request:./),
  code: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string().min(1) })).optional(),
});
