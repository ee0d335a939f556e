import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { GongkaiError, StoreUnavailable } from '#kernel';
import { OfficeModule, openOffice, openOfficeToLook, type Office } from '#office';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** An open office and its buses. */
export interface OpenOffice {
  readonly office: Office;
  readonly commands: CommandBus;
  readonly queries: QueryBus;
}

/**
 * Opens the office of a data directory to record in it, and closes it when `work` has ended: what was answered is durable.
 * Raises what opening raises; `store-locked` says that the service is probably running.
 */
export async function recordingIn<T>(dataDir: string, work: (open: OpenOffice) => Promise<T>): Promise<T> {
  return using(await opened(() => openOffice({ dataDir, mode: 'writer', warn: () => undefined })), work);
}

/** Opens the office of a data directory to look at it, also while the service runs. Makes no directory. Raises `store-missing`. */
export async function lookingAt<T>(dataDir: string, work: (open: OpenOffice) => Promise<T>): Promise<T> {
  if (!existsSync(join(dataDir, 'log.db'))) {
    throw new StoreUnavailable('store-missing', `数据目录 ${dataDir} 中没有事件库；请用 --data 指明数据目录`);
  }
  return using(await opened(() => openOfficeToLook({ dataDir, warn: () => undefined })), work);
}

async function opened(open: () => Promise<Office>): Promise<Office> {
  try {
    return await open();
  } catch (error) {
    if (!(error instanceof GongkaiError) || !['store-locked', 'views-in-use'].includes(error.code)) throw error;
    const message = '数据目录正被另一进程使用（通常是正在运行的服务）：请经 HTTP 接口办理，或停止服务后再执行';
    throw new StoreUnavailable(error.code, message, { cause: error });
  }
}

async function using<T>(office: Office, work: (open: OpenOffice) => Promise<T>): Promise<T> {
  try {
    const context = await NestFactory.createApplicationContext(OfficeModule.over(office), {
      logger: false,
      abortOnError: false,
    });
    try {
      return await work({ office, commands: context.get(CommandBus), queries: context.get(QueryBus) });
    } finally {
      await context.close();
    }
  } finally {
    await office.close();
  }
}
