import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { WindowStorage } from './window-storage.js';

const MINUTE = 60_000;

describe('counting requests in windows', () => {
  let storage: WindowStorage;
  beforeEach(() => {
    jest.useFakeTimers({ now: 0 });
    storage = new WindowStorage();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  const hits = async (key: string, times: number) => {
    for (let n = 1; n < times; n++) await storage.increment(key, MINUTE, 3);
    return storage.increment(key, MINUTE, 3);
  };

  it('lets as many through as the limit says, and says how long to wait', async () => {
    expect(await hits('a', 3)).toEqual({ totalHits: 3, timeToExpire: 60, isBlocked: false, timeToBlockExpire: 0 });
    jest.setSystemTime(20_500);
    expect(await hits('a', 1)).toEqual({ totalHits: 4, timeToExpire: 40, isBlocked: true, timeToBlockExpire: 40 });
  });

  it('starts anew when the window has passed, and counts everybody apart', async () => {
    expect(await hits('a', 4)).toMatchObject({ isBlocked: true });
    expect(await hits('b', 3)).toMatchObject({ isBlocked: false });
    jest.setSystemTime(MINUTE);
    expect(await hits('a', 1)).toMatchObject({ totalHits: 1, isBlocked: false });
  });
});
