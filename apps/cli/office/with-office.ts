import { NestFactory } from '@nestjs/core';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { GongkaiError, StoreUnavailable } from '#kernel';
import { OfficeModule, openOffice, openOfficeToLook, type Office } from '#office';

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
  return using(await opened(() => openOffice({ dataDir, mode: 'writer', warn: () => undefined }), dataDir), work);
}

/** Opens the office of a data directory to look at it, also while the service runs. Makes no directory. Raises `store-missing`. */
export async function lookingAt<T>(dataDir: string, work: (open: OpenOffice) => Promise<T>): Promise<T> {
  return using(await opened(() => openOfficeToLook({ dataDir, warn: () => undefined }), dataDir), work);
}

async function opened(open: () => Promise<Office>, dataDir: string): Promise<Office> {
  try {
    return await open();
  } catch (error) {
    throw error instanceof GongkaiError ? forOperators(error, dataDir) : error;
  }
}

/** Says what an operator can do about it; other errors unchanged. */
function forOperators(cause: GongkaiError, dataDir: string): GongkaiError {
  switch (cause.code) {
    case 'store-missing':
      return new StoreUnavailable('store-missing', `数据目录 ${dataDir} 中没有事件库；请用 --data 指明数据目录`, {
        cause,
      });
    case 'store-locked':
    case 'views-in-use': {
      const message = '数据目录正被另一进程使用（通常是正在运行的服务）：请经 HTTP 接口办理，或停止服务后再执行';
      return new StoreUnavailable(cause.code, message, { cause });
    }
    default:
      return cause;
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
