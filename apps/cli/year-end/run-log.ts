import { pino, type Logger } from 'pino';

/** The log of a run for machines: one JSON object a line on standard error, or nothing. Names agencies and figures, never persons. */
export function runLog(enabled: boolean): Logger {
  return pino(
    {
      enabled,
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (level) => ({ level }) },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}
