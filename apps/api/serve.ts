import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TokenStore } from '#access';
import { Logger } from '@nestjs/common';
import { openOffice, OfficeModule, systemClock, type Clock, type Office } from '#office';
import { join, resolve } from 'node:path';
import { readConfig, type ApiConfig, type ApiOptions } from './config.js';
import { createApp } from './create-app.js';
import { openPeople } from './people/open-people.js';

/** A server that accepts requests. */
export interface RunningServer {
  readonly app: NestFastifyApplication;
  /** Where it listens, such as `http://127.0.0.1:3000`. */
  readonly url: string;
  readonly config: ApiConfig;
  readonly tokens: TokenStore;
  readonly office: Office;
  /** Stops: accepts no more, finishes what is under way, closes the store. What was answered is durable. Once only. */
  readonly stop: () => Promise<void>;
}

/** What a caller may bring instead of the real thing. */
export interface ServerSubstitutes {
  readonly clock?: Clock;
  readonly environment?: Readonly<Record<string, string | undefined>>;
}

/**
 * Opens the store, the tokens and the vault of persons in the data directory and serves the API. Raises `InvalidInput` for a bad configuration,
 * and what the store raises (`store-locked`, `store-read-only`, ...).
 */
export async function startServer(
  options: ApiOptions = {},
  substitutes: ServerSubstitutes = {},
): Promise<RunningServer> {
  const environment = substitutes.environment ?? process.env;
  const config = readConfig(options, environment);
  const clock = substitutes.clock ?? systemClock;
  const dataDir = resolve(config.dataDir);
  const logger = new Logger('Projections');
  const office = await openOffice({
    dataDir,
    mode: 'writer',
    warn: ({ message, ...facts }) => logger.warn(facts, message),
  });
  const closing: (() => void | Promise<void>)[] = [() => office.close()];
  try {
    const tokens = new TokenStore(join(dataDir, 'access.db'));
    closing.unshift(() => tokens.close());
    const vaultLogger = new Logger('Vault');
    const people = await openPeople({
      office,
      dataDir,
      environment,
      warn: ({ code, message }) => vaultLogger.warn({ code }, message),
    });
    closing.unshift(() => people.close());
    const app = await createApp({ config, authenticator: tokens, clock, office: OfficeModule.over(office), people });
    // The HTTP server first: requests under way still need the store.
    closing.unshift(
      async () => void (await app.getHttpAdapter().close()),
      () => app.close(),
    );
    await app.listen(config.port, config.host);
    let stopped: Promise<void> | undefined;
    return { app, url: await app.getUrl(), config, tokens, office, stop: () => (stopped ??= closeAll(closing)) };
  } catch (error) {
    await closeAll(closing);
    throw error;
  }
}

async function closeAll(closing: readonly (() => void | Promise<void>)[]): Promise<void> {
  for (const close of closing) await close();
}
