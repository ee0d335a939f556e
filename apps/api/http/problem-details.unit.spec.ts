import { HttpException, ServiceUnavailableException } from '@nestjs/common';
import { describe, expect, it } from '@jest/globals';
import {
  CommandReused,
  GongkaiError,
  InvalidInput,
  NotFound,
  OutcomeUnknown,
  Refused,
  RevisionConflict,
  RuleBroken,
  StoreCorrupt,
  StoreUnavailable,
} from '#kernel';
import { problemOf } from './problem-details.js';

const CONTEXT = { requestId: 'r-1', hasIfMatch: false };
const problem = (error: unknown) => problemOf(error, CONTEXT).problem;

describe('Problem Details', () => {
  it.each([
    [new GongkaiError('malformed', 'malformed-json', 'x'), 400],
    [new InvalidInput([{ path: 'body.on', message: 'x' }]), 422],
    [new RuleBroken('date-order', 'body.on', 'x'), 422],
    [new CommandReused('id'), 422],
    [new GongkaiError('unauthenticated', 'unauthenticated', 'x'), 401],
    [new GongkaiError('forbidden', 'outside-scope', 'x'), 403],
    [new NotFound('案件', 'c-1'), 404],
    [new Refused('step-not-allowed', 'x'), 409],
    [new RevisionConflict('case-c', 1, 2), 409],
    [new StoreUnavailable('store-full', 'x'), 503],
    [new OutcomeUnknown('case-c'), 503],
    [new StoreCorrupt('x'), 500],
  ])('given %p, then status %i with its code and message', (error, status) => {
    expect(problem(error)).toMatchObject({
      type: `urn:gongkai:error:${error.code}`,
      code: error.code,
      detail: error.message,
      status,
      instance: 'urn:gongkai:request:r-1',
    });
  });

  it('given a lost race, then 412 when the caller named a revision', () => {
    const answer = problemOf(new RevisionConflict('case-c', 1, 2), { ...CONTEXT, hasIfMatch: true });
    expect(answer.problem).toMatchObject({ status: 412, currentRevision: 2, expectedRevision: 1 });
  });

  it('given a refusal, then the state of the case beside the status of HTTP', () => {
    const refusal = new Refused('step-not-allowed', 'x', { status: 'closed', allowedSteps: ['record-delivery'] });
    expect(problem(refusal)).toMatchObject({
      status: 409,
      caseStatus: 'closed',
      caseStatusLabel: '已办结',
      allowedSteps: ['record-delivery'],
    });
  });

  it('given facts with the names of members, then the members win', () => {
    const refusal = new Refused('no-reply', 'said', { code: 'x', type: 'x', detail: 'x', title: 'x', instance: 'x' });
    expect(problem(refusal)).toMatchObject({
      code: 'no-reply',
      detail: 'said',
      title: '现状不允许',
      instance: 'urn:gongkai:request:r-1',
    });
  });

  it.each([
    new StoreUnavailable('store-full', 'x', { cause: new Error('/var/secret') }),
    new StoreCorrupt('x', { stream: 'case-c', revision: 3 }),
    new Error('SELECT * FROM secrets'),
    new TypeError('undefined is not a function'),
    'thrown text',
    undefined,
    { statusCode: 'x' },
  ])('given a fault of the server (%p), then nothing of its inside', (error) => {
    const { detail, ...rest } = problem(error);
    expect(Object.keys(rest).sort()).toEqual(['code', 'instance', 'status', 'title', 'type']);
    expect(detail).not.toMatch(/SELECT|undefined|secret|thrown/);
  });

  it('tells the callers when to come back, and strangers how to come in', () => {
    expect(problemOf(new StoreUnavailable('store-full', 'x'), CONTEXT).headers).toEqual({ 'retry-after': '5' });
    const stranger = new GongkaiError('unauthenticated', 'unauthenticated', 'x');
    expect(problemOf(stranger, CONTEXT).headers['www-authenticate']).toMatch(/^Bearer/);
  });

  it.each([
    [404, 'route-not-found'],
    [405, 'method-not-allowed'],
    [413, 'body-too-large'],
    [429, 'too-many-requests'],
    [418, 'request-refused'],
    [502, 'internal'],
  ])('given an HTTP error %i of the framework, then %s', (status, code) => {
    const expected = { code, status: code === 'internal' ? 500 : status };
    expect(problem(new HttpException('English text', status))).toMatchObject(expected);
    expect(problem(Object.assign(new Error('English text'), { statusCode: status }))).toMatchObject(expected);
    expect(problem(new HttpException('English text', status)).detail).not.toContain('English');
  });

  it('given readiness in red, then part by part', () => {
    const red = new ServiceUnavailableException({ status: 'error', details: { projections: { status: 'down' } } });
    expect(problem(red)).toMatchObject({
      status: 503,
      code: 'not-ready',
      details: { projections: { status: 'down' } },
    });
  });
});
