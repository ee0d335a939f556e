import type { DynamicModule } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import type { IncomingMessage } from 'node:http';
import type { ApiConfig } from '../config.js';

/**
 * Structured logs, one JSON object a line, on standard output. Lines written while a request is handled carry its id.
 * No body, header, query string or address is ever logged: the line per request (access-log.ts) names the route and the
 * staff id.
 */
export function loggingModule({ logLevel }: ApiConfig): DynamicModule {
  return LoggerModule.forRoot({
    pinoHttp: {
      level: logLevel,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label) => ({ level: label }) },
      autoLogging: false,
      quietReqLogger: true,
      customAttributeKeys: { reqId: 'requestId' },
      genReqId: (request: IncomingMessage & { id?: string }) => request.id ?? '',
      serializers: { req: () => undefined, res: () => undefined },
    },
  });
}
