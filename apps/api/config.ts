import { validate } from '#kernel';
import { z } from 'zod';

const integer = (least: number, most: number, otherwise: number) =>
  z
    .union(
      [
        z.int(),
        z
          .string()
          .regex(/^\d{1,9}$/)
          .transform(Number),
      ],
      `应为 ${least} 至 ${most} 的整数`,
    )
    .pipe(z.int().min(least).max(most))
    .default(otherwise);

/** How the server runs. Every value has a default that suits one office on one machine. */
export const apiConfigSchema = z.strictObject({
  /** Directory of the log, the views and the tokens. */
  dataDir: z.string().min(1).default('./data'),
  /** Address to listen on. Open it to others only behind a proxy that speaks TLS. */
  host: z.string().min(1).default('127.0.0.1'),
  /** Port to listen on; 0 takes a free one. */
  port: integer(0, 65_535, 3000),
  /** Largest body of a request, bytes. */
  bodyLimit: integer(1_024, 1_048_576, 65_536),
  /** Requests per minute for one person; 0: no limit. */
  rateLimit: integer(0, 1_000_000, 6_000),
  /** Requests per minute for one address without a valid token; 0: no limit. */
  anonymousRateLimit: integer(0, 1_000_000, 300),
  /** Whether a proxy in front may name the client's address (`X-Forwarded-For`). */
  trustProxy: z.union([z.boolean(), z.stringbool()]).default(false),
  logLevel: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  /** How long a projection may lag before readiness turns red, milliseconds. */
  maxLagMs: integer(0, 3_600_000, 10_000),
});
export type ApiConfig = z.output<typeof apiConfigSchema>;
export type ApiOptions = z.input<typeof apiConfigSchema>;

/** The environment variable of every setting. */
export const ENVIRONMENT: Readonly<Record<keyof ApiConfig, string>> = {
  dataDir: 'GONGKAI_DATA',
  host: 'GONGKAI_HOST',
  port: 'GONGKAI_PORT',
  bodyLimit: 'GONGKAI_BODY_LIMIT',
  rateLimit: 'GONGKAI_RATE_LIMIT',
  anonymousRateLimit: 'GONGKAI_ANONYMOUS_RATE_LIMIT',
  trustProxy: 'GONGKAI_TRUST_PROXY',
  logLevel: 'GONGKAI_LOG_LEVEL',
  maxLagMs: 'GONGKAI_MAX_LAG_MS',
};

/** The configuration: what is given (flags of the CLI), else the environment, else the default. Raises `InvalidInput`. */
export function readConfig(given: ApiOptions, environment: Readonly<Record<string, string | undefined>>): ApiConfig {
  const fromEnvironment = Object.entries(ENVIRONMENT).flatMap(([name, variable]) => {
    const value = environment[variable];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  const named = Object.entries(given).filter(([, value]) => value !== undefined);
  return validate(apiConfigSchema, Object.fromEntries([...fromEnvironment, ...named]), 'config');
}
