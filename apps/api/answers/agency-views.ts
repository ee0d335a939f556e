import type { AgencyView, RegisterView } from '#office';
import { z } from 'zod';
import { answer, date, record, revision } from './answer.js';

/** One agency. */
export const agencyAnswer = answer<AgencyView>()({
  agency: z.string(),
  name: z.string(),
  level: z.string(),
  parent: z.string().nullable(),
  jurisdiction: z.string(),
  foundedOn: date,
  dissolvedOn: date.nullable(),
  policy: record,
  revision,
  state: record,
});

/** Agencies within the reach of the token. */
export const agenciesAnswer = z.array(agencyAnswer);

/** The register of one agency and year. */
export const registerAnswer = answer<RegisterView>()({
  agency: z.string(),
  year: z.int(),
  revision: z.int().min(-1).describe('台账版本号；-1 表示尚无记录'),
  entries: z.array(record),
  published: z.object({ total: z.int(), channels: z.array(z.object({ channel: z.string(), count: z.int() })) }),
});
