import { describe, expect, it } from '@jest/globals';
import { readConfig } from './config.js';

describe('configuration of the server', () => {
  it('has a default for everything', () => {
    expect(readConfig({}, {})).toEqual({
      dataDir: './data',
      host: '127.0.0.1',
      port: 3000,
      bodyLimit: 65_536,
      rateLimit: 6_000,
      anonymousRateLimit: 300,
      trustProxy: false,
      logLevel: 'info',
      maxLagMs: 10_000,
    });
  });

  it('prefers what is given to the environment, and the environment to the default', () => {
    const config = readConfig(
      { port: 0 },
      { GONGKAI_PORT: '8080', GONGKAI_HOST: '::1', GONGKAI_TRUST_PROXY: 'true', GONGKAI_DATA: '' },
    );
    expect(config).toMatchObject({ port: 0, host: '::1', trustProxy: true, dataDir: './data' });
  });

  it.each([
    ['GONGKAI_PORT', '99999', 'config.port'],
    ['GONGKAI_PORT', '80a', 'config.port'],
    ['GONGKAI_BODY_LIMIT', '1', 'config.bodyLimit'],
    ['GONGKAI_LOG_LEVEL', 'loud', 'config.logLevel'],
    ['GONGKAI_TRUST_PROXY', 'perhaps', 'config.trustProxy'],
  ])('refuses %s=%s and names %s', (variable, value, path) => {
    expect(() => readConfig({}, { [variable]: value })).toThrow(
      expect.objectContaining({ facts: { fields: [expect.objectContaining({ path })] } }),
    );
  });
});
