import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { SOFTWARE_VERSION } from '#office';
import type { SchemaObject } from './json-schema.js';

const problem: SchemaObject = {
  type: 'object',
  description: 'Problem Details（RFC 9457）；全部 code 见 docs/errors.md',
  required: ['type', 'title', 'status', 'detail', 'instance', 'code'],
  properties: {
    type: { type: 'string', description: 'urn:gongkai:error:<code>' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string', description: '发生了什么、怎么办' },
    instance: { type: 'string', description: 'urn:gongkai:request:<请求编号>' },
    code: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        required: ['path', 'message'],
        properties: { path: { type: 'string', description: '出错的字段' }, message: { type: 'string' } },
      },
    },
    caseStatus: { type: 'string', description: '案件现状' },
    caseStatusLabel: { type: 'string' },
    allowedSteps: { type: 'array', items: { type: 'string' }, description: '现在可办的步骤' },
    currentRevision: { type: 'integer', description: '当前版本号' },
  },
};

/** The description of the whole API, OpenAPI 3.1, made from the routes. */
export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('公开办件（Gongkai）')
    .setDescription('政府信息公开依申请办件：登记、办理、期限、台账、年度报表')
    .setVersion(SOFTWARE_VERSION)
    .addBearerAuth({
      type: 'http',
      scheme: 'bearer',
      bearerFormat: 'opaque',
      description: 'npx gongkai token create 生成的访问令牌',
    })
    .build();
  const document = SwaggerModule.createDocument(app, config);
  document.components = { ...document.components, schemas: { ...document.components?.schemas, Problem: problem } };
  return document;
}

/** Serves the description: for people at `/docs`, for machines at `/docs-json`. */
export function serveDescription(app: NestFastifyApplication): void {
  SwaggerModule.setup('docs', app, () => describeApi(app), { jsonDocumentUrl: 'docs-json', raw: ['json'] });
}
