import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TokenStore } from '#access';
import { systemClock, type Clock } from '#office';
import { join, resolve } from 'node:path';
import type { ApiParts } from './api.module.js';
import { readConfig, type ApiConfig, type ApiOptions } from './config.js';
import { createApp } from './create-app.js';
import { openOffice } from './open-office.js';

/** A server that accepts requests. */
export interface RunningServer {
  readonly app: NestFastifyApplication;
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly config: ApiConfig;
  readonly tokens: TokenStore;
  /** Stops: accepts no more, finishes what is under way, closes the store. What was answered is durable. Once only. */
  readonly stop: () => Promise<void>;
}

/** What a caller may bring instead of the real thing. */
export interface ServerSubstitutes {
  readonly clock?: Clock;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * Opens the store and the tokens in the data directory and serves the API. Raises `InvalidInput` for a bad configuration,
 * and what the store raises (`store-locked`, `store-read-only`, ...).
 */
export async function startServer(
  options: ApiOptions = {},
  substitutes: ServerSubstitutes = {},
): Promise<RunningServer> {
  const config = readConfig(options, substitutes.environment ?? process.env);
  const clock = substitutes.clock ?? systemClock;
  const dataDir = resolve(config.dataDir);
  const tokens = new TokenStore(join(dataDir, 'access.db'));
  try {
    const office = openOffice(dataDir);
    const app = await createApp({ config, authenticator: tokens, clock, office } satisfies ApiParts);
    return await listen(app, config, tokens);
  } catch (error) {
    tokens.close();
    throw error;
  }
}

async function listen(app: NestFastifyApplication, config: ApiConfig, tokens: TokenStore): Promise<RunningServer> {
  try {
    await app.listen(config.port, config.host);
  } catch (error) {
    await app.close();
    throw error;
  }
  let stopping: Promise<void> | undefined;
  const stop = (): Promise<void> => (stopping ??= shutDown(app, tokens));
  return { app, url: await app.getUrl(), config, tokens, stop };
}

/** The HTTP server first: requests under way still need the store. */
async function shutDown(app: NestFastifyApplication, tokens: TokenStore): Promise<void> {
  await app.getHttpAdapter().close();
  await app.close();
  tokens.close();
}
