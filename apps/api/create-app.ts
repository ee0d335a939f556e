import helmet from '@fastify/helmet';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Logger } from 'nestjs-pino';
import type { IncomingMessage } from 'node:http';
import { ApiModule, type ApiParts } from './api.module.js';
import { answerMethodNotAllowed } from './http/allowed-methods.js';
import { useStrictJson } from './http/body-parser.js';
import { answerClientError } from './http/client-error.js';
import { answerFrameworkError } from './http/framework-error.js';
import { takeReports } from './http/report-body.js';
import { requireHost } from './http/require-host.js';
import { REQUEST_ID_HEADER, requestIdOf } from './http/request-id.js';
import { logRequests } from './logging/access-log.js';
import { quietStart } from './logging/quiet-start.js';
import { serveDescription } from './openapi/describe-api.js';

/** What the pages under /docs load; answers of the API load nothing. No upgrade to https: offices run without TLS behind a proxy. */
const CONTENT_SECURITY = {
  useDefaults: false,
  directives: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", 'data:'],
    connectSrc: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
  },
};

/** Builds the HTTP application, initialised but not listening. Production and tests use this one factory. */
export async function createApp(parts: ApiParts): Promise<NestFastifyApplication> {
  const { bodyLimit, trustProxy } = parts.config;
  const adapter = new FastifyAdapter({
    bodyLimit,
    trustProxy,
    // A caller in the middle of a request when the server shuts down gets its answer.
    return503OnClosing: false,
    forceCloseConnections: 'idle',
    requestIdHeader: false,
    genReqId: (request: IncomingMessage) => requestIdOf(request.headers[REQUEST_ID_HEADER]),
    clientErrorHandler: answerClientError,
    frameworkErrors: answerFrameworkError,
    // Node would answer a missing Host by itself, without Problem Details; see require-host.ts.
    http: { requireHostHeader: false },
    routerOptions: { maxParamLength: 256 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.over(parts), adapter, {
    bodyParser: false,
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(quietStart(app.get(Logger)));
  prepareServer(adapter.getInstance());
  await app.register(helmet, { contentSecurityPolicy: CONTENT_SECURITY, strictTransportSecurity: false });
  serveDescription(app);
  await app.init();
  await adapter.getInstance().ready();
  return app;
}

function prepareServer(server: FastifyInstance): void {
  useStrictJson(server);
  takeReports(server);
  server.decorateRequest('identity', null);
  server.addHook('onRequest', async (request, reply) => {
    void reply.header(REQUEST_ID_HEADER, request.id);
    void reply.header('cache-control', 'no-store');
  });
  requireHost(server);
  answerMethodNotAllowed(server);
  logRequests(server);
}
