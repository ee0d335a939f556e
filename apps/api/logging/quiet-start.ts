import type { LoggerService } from '@nestjs/common';

/** What Nest tells of every module and every route when it starts. */
const AT_EVERY_START = new Set<unknown>(['InstanceLoader', 'RoutesResolver', 'RouterExplorer']);

/**
 * The same logger, by which the lines of every module and route, some two hundred at a start, come at level debug: the line that a person
 * looks for, where the service is and how to make a token, would be lost among them.
 */
export function quietStart(logger: LoggerService): LoggerService {
  const quiet = Object.create(logger) as LoggerService;
  quiet.log = (message: unknown, ...rest: unknown[]): void => {
    if (AT_EVERY_START.has(rest.at(-1))) logger.debug?.(message, ...rest);
    else logger.log(message, ...rest);
  };
  return quiet;
}
