import type { AgencyView, RegisterLine, RegisterView } from '#office';
import { z } from 'zod';
import { answer, date, next, record, revision } from './answer.js';
import { toldFact } from './case-views.js';

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

const registerLine = answer<RegisterLine>()({
  revision: revision.describe('登记时的版本号；更正时据以指明该条'),
  type: z.string(),
  label: z.string(),
  data: record.describe('现行内容（已按更正）'),
  facts: z.array(toldFact).describe('记录的每一项内容'),
});

/** The register of one agency and year. */
export const registerAnswer = answer<RegisterView>()({
  agency: z.string(),
  year: z.int(),
  revision: z.int().min(-1).describe('台账版本号；-1 表示尚无记录'),
  entries: z.array(registerLine).describe('现行各条，按登记先后；作废的不列'),
  published: z
    .object({ total: z.int(), channels: z.array(z.object({ channel: z.string(), count: z.int() })) })
    .describe('主动公开信息条数；为整个台账的，不限于本页'),
  next,
});
