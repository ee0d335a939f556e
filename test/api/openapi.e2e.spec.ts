import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  acceptDrift,
  agencyCommands,
  importReport,
  narrativeCommands,
  publishCalendar,
  registerCommands,
  restateYear,
  waiveRule,
} from '#agency';
import { stepsByHand } from '#casework';
import { z } from 'zod';
import type { ApiClient } from './support/api-client.js';
import { TestServer } from './support/test-server.js';

const responseSchema = z.object({
  description: z.string().min(1),
  content: z.record(z.string(), z.object({ schema: z.looseObject({}) })).optional(),
  headers: z.record(z.string(), z.looseObject({})).optional(),
});
const operationSchema = z.looseObject({
  operationId: z.string(),
  summary: z.string().regex(/\p{Script=Han}/u),
  tags: z.array(z.string()).length(1),
  parameters: z.array(z.looseObject({ name: z.string(), in: z.string(), required: z.boolean().optional() })),
  requestBody: z
    .looseObject({ content: z.record(z.string(), z.looseObject({ schema: z.looseObject({}) })) })
    .optional(),
  responses: z.record(z.string(), responseSchema),
  security: z.array(z.looseObject({})).optional(),
});
const documentSchema = z.looseObject({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  components: z.looseObject({
    schemas: z.record(z.string(), z.looseObject({})),
    securitySchemes: z.looseObject({ bearer: z.looseObject({ bearerFormat: z.literal('opaque') }) }),
  }),
});

describe('the description of the API', () => {
  let test: TestServer;
  let stranger: ApiClient;
  let text: string;
  let paths: z.output<typeof documentSchema>['paths'];

  beforeAll(async () => {
    test = await TestServer.start();
    stranger = test.stranger();
    const answer = await stranger.get('/docs-json');
    expect(answer.status).toBe(200);
    text = answer.text;
    ({ paths } = documentSchema.parse(answer.json));
  });
  afterAll(() => test.stop());

  const operations = () =>
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
    );
  /** Questions that are too large for a URL are sent by POST; everything else that is posted is a command. */
  const questions = new Set(['askCalendarImpact']);
  /** So are files. */
  const uploads = new Set(['lintReport']);
  const posted = () => operations().filter(({ method }) => method === 'post');
  const recording = () =>
    posted().filter(({ operation: { operationId } }) => !questions.has(operationId) && !uploads.has(operationId));

  it('has every command, under the name that the core gives it', () => {
    const others = [waiveRule, restateYear, acceptDrift, importReport, publishCalendar];
    const commands = [...stepsByHand, ...agencyCommands, ...registerCommands, ...narrativeCommands, ...others].map(
      ({ name }) => name,
    );
    const expected = [...commands, 'close-year', 'close-year-of-all', 'forget-person'];
    expect(
      recording()
        .map(({ operation }) => operation.operationId)
        .sort(),
    ).toEqual(expected.sort());
  });

  it('names every operation once', () => {
    const ids = operations().map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('describes every path parameter', () => {
    for (const { path, operation } of operations()) {
      const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      expect(
        operation.parameters
          .filter((each) => each.in === 'path')
          .map(({ name }) => name)
          .sort(),
      ).toEqual(named);
    }
  });

  it('says of every command what to send: body, key, revision, token', () => {
    for (const { operation } of recording()) {
      expect(Object.keys(operation.requestBody?.content['application/json']?.schema ?? {})).not.toEqual([]);
      expect(operation.parameters).toContainEqual(
        expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: true }),
      );
      expect(operation.security).toEqual([{ bearer: [] }]);
    }
  });

  it('says of every question what to send, and asks for no key: nothing is recorded', () => {
    const asking = posted().filter(({ operation }) => questions.has(operation.operationId));
    expect(asking).toHaveLength(questions.size);
    for (const { operation } of asking) {
      expect(Object.keys(operation.requestBody?.content['application/json']?.schema ?? {})).not.toEqual([]);
      expect(operation.parameters.filter((each) => each.in === 'header')).toEqual([]);
    }
  });

  it('says of every file what it may be', () => {
    const taking = posted().filter(({ operation }) => uploads.has(operation.operationId));
    expect(taking).toHaveLength(uploads.size);
    for (const { operation } of taking) {
      expect(Object.keys(operation.requestBody?.content ?? {})).toEqual(expect.arrayContaining(['application/pdf']));
      expect(operation.requestBody?.content).not.toHaveProperty(['application/json']);
      expect(operation.parameters.filter((each) => each.in === 'header')).toEqual([]);
    }
  });

  it('says of whatever is put what to send', () => {
    const putting = operations().filter(({ method }) => method === 'put');
    expect(putting.map(({ operation }) => operation.operationId)).toEqual(['putApplicant']);
    for (const { operation } of putting) {
      expect(Object.keys(operation.requestBody?.content['application/json']?.schema ?? {})).not.toEqual([]);
    }
  });

  it('says of everything what comes back, problems included', () => {
    for (const { operation } of operations().filter((each) => !/^\/(health|version)/.test(each.path))) {
      const { '200': ok, '201': created, ...problems } = operation.responses;
      const content = (ok ?? created)?.content ?? {};
      expect(Object.values(content).map(({ schema }) => typeof schema)).toEqual(['object']);
      expect(Object.keys(problems)).toEqual(expect.arrayContaining(['401', '403', '404', '422', '429', '500', '503']));
      for (const problem of Object.values(problems)) {
        expect(problem.content?.['application/problem+json']?.schema).toEqual({ $ref: '#/components/schemas/Problem' });
      }
    }
  });

  it('says of every entry of a history that it comes with what it says, in words', () => {
    const { content } = paths['/cases/{caseId}/history']!['get']!.responses['200']!;
    const facts = { type: 'array', items: { required: ['path', 'label', 'text'] } };
    const schema = { properties: { entries: { items: { properties: { facts } } } } };
    expect(content).toMatchObject({ 'application/json': { schema } });
  });

  it('refers to nothing that is not there', () => {
    const references = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map(([, reference]) => reference));
    expect([...references]).toEqual(['#/components/schemas/Problem']);
  });

  it('is shown to people, with all that the page loads', async () => {
    const page = await stranger.get('/docs');
    expect(page).toMatchObject({ status: 200, headers: { 'content-type': expect.stringMatching(/^text\/html/) } });
    const loaded = [...page.text.matchAll(/(?:src|href)="\.(\/docs\/[^"]+)"/g)].map(([, path]) => path!);
    expect(loaded.length).toBeGreaterThanOrEqual(4);
    for (const path of loaded) expect((await stranger.get(path)).status).toBe(200);
    expect(page.headers['content-security-policy']).toContain("script-src 'self'");
    expect(page.text).not.toMatch(/<script(?![^>]*src=)[^>]*>\s*\S/);
  });
});
