import { afterEach, beforeEach, describe } from '@jest/globals';
import type { EventStore } from '../port.js';
import { appending } from './appending.testkit.js';
import { chaining } from './chaining.testkit.js';
import { closing } from './closing.testkit.js';
import { limits } from './limits.testkit.js';
import { racing } from './racing.testkit.js';
import { readingAll } from './reading-all.testkit.js';
import { readingStreams } from './reading-streams.testkit.js';
import { retrying } from './retrying.testkit.js';
import { subscribing } from './subscribing.testkit.js';

/** A store made for one test, and how to be rid of it. The log need not be empty: tests use new streams and start at the head. */
export interface StoreUnderTest {
  readonly store: EventStore;
  dispose(): Promise<void>;
}

/** Gives the store of the running test. */
export type Subject = () => EventStore;

/** Runs every guarantee of the port against an adapter. */
export function eventStoreContract(name: string, makeStore: () => Promise<StoreUnderTest>): void {
  describe(`event store contract: ${name}`, () => {
    let current: StoreUnderTest;
    beforeEach(async () => {
      current = await makeStore();
    });
    afterEach(() => current.dispose());
    const subject: Subject = () => current.store;

    describe('appending', () => appending(subject));
    describe('racing', () => racing(subject));
    describe('retrying', () => retrying(subject));
    describe('reading a stream', () => readingStreams(subject));
    describe('reading the log', () => readingAll(subject));
    describe('subscribing', () => subscribing(subject));
    describe('limits', () => limits(subject));
    describe('hash chain', () => chaining(subject));
    describe('closing', () => closing(subject));
  });
}
