import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { TokenStore } from '#access';
import { InvalidInput } from '#kernel';
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
 * Opens the store, the tokens and the vault of persons in the data directory and serves the API. Raises `InvalidInput` for a bad configuration, `address-unusable`,
 * and what the store raises (`store-locked`, `store-read-only`, ...).
 */
export async function startServer(
  options: ApiOptions = {},
  substitutes: ServerSubstitutes = {},
): Promise<RunningServer> {
  // What is told before the application has its logger waits for it: under the command line there is none until then.
  Logger.attachBuffer();
  try {
    return await start(options, substitutes);
  } finally {
    Logger.flush();
  }
}

async function start(options: ApiOptions, substitutes: ServerSubstitutes): Promise<RunningServer> {
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
    await listen(app, config);
    let stopped: Promise<void> | undefined;
    return { app, url: await app.getUrl(), config, tokens, office, stop: () => (stopped ??= closeAll(closing)) };
  } catch (error) {
    await closeAll(closing);
    throw error;
  }
}

/** Why a place cannot be listened at, by the code of the system. Anything else is a defect. */
const NO_PLACE: Readonly<Record<string, string>> = {
  EADDRINUSE: '已被其他程序占用（也许是另一个正在运行的服务）；请停止它，或换用其他端口',
  EACCES: '无权使用；1024 以下的端口须另行授权，或换用其他端口',
  EADDRNOTAVAIL: '不是本机的地址；请换用其他地址',
};

/** Raises `address-unusable` where the address and port cannot be listened at. */
async function listen(app: NestFastifyApplication, { port, host }: ApiConfig): Promise<void> {
  try {
    await app.listen(port, host);
  } catch (error) {
    const why = NO_PLACE[(error as NodeJS.ErrnoException).code ?? ''];
    if (why === undefined) throw error;
    throw new InvalidInput([{ path: 'config.port', message: `${host} 的端口 ${port} ${why}` }], 'address-unusable');
  }
}

async function closeAll(closing: readonly (() => void | Promise<void>)[]): Promise<void> {
  for (const close of closing) await close();
}
