import { TABLE_SCOPES } from '#agency';
import type {
  MemberLine,
  MemberShare,
  PartialFigure,
  ScopeAudit,
  ScopeAuditFault,
  ScopeCellCase,
  ScopeCellPage,
  ScopeDrift,
  ScopeRulesView,
  ScopeYearView,
  UndecidedMember,
} from '#office';
import { MEMBER_BASES } from '#statistics';
import { z } from 'zod';
import { answer, date, instant, next, position, record } from './answer.js';
import { labelledDifference } from './proof-views.js';
import { lineageEntryAnswer } from './replay-views.js';
import { cellEntryAnswer } from './year-views.js';

const form = z.enum(['2019', '2021']);
const scope = z.enum(TABLE_SCOPES).describe('own=本机关；level=本级；region=本地区');
const basis = z
  .enum(MEMBER_BASES)
  .describe('edition=已结账版次；imported=导入的报告；current=尚未结账的现有数字；missing=没有数字');
const figure = z.union([z.number(), z.string()]).nullable();
const agencies = z.array(z.string());
const cellKey = z.string().describe('数字的代号，例如 table3/new/total');

const partial = answer<PartialFigure>()({
  cell: cellKey,
  label: z.string(),
  known: z.number().describe('已知部分之和'),
  unknown: agencies.describe('数字未知的成员'),
});

const member = answer<MemberLine>()({
  agency: z.string(),
  name: z.string(),
  level: z.string(),
  basis,
  dissolvedOn: date.nullable().describe('年内或此前已撤销的，其撤销之日'),
  countsWith: z.string().describe('在树中随哪个机关计入：自身，或撤销后的承继机关'),
  edition: z.looseObject({ edition: z.int(), on: date, digest: z.string(), position }).nullable(),
  imported: record.nullable().describe('导入报告的来源'),
  undecided: z.boolean().describe('导入的报告与本系统的办件或台账并存，尚未决定以哪个为准'),
  takenOver: z.array(cellKey).describe('已由承继机关重新登记期初数、此处不再计入的件数'),
});

const undecidedMembers = z
  .array(
    answer<UndecidedMember>()({
      agency: z.string(),
      name: z.string(),
      used: z.literal('imported').describe('汇总采用的：导入的报告'),
      message: z.string().describe('说明，和怎样决定'),
    }),
  )
  .describe('已导入报告、本系统又有该年度办件或台账，尚未决定以哪个为准的成员');

const summedAs = z.looseObject({ basis, edition: z.int().nullable(), digest: z.string().nullable() });

/** An issued report of a scope beside the present sum. */
export const scopeDriftAnswer = answer<ScopeDrift>()({
  issue: z.int().describe('定稿的版次'),
  on: date.describe('定稿之日'),
  edition: z.int(),
  cells: z.array(labelledDifference).describe('定稿后有变动的数字：定稿所载的和现有的'),
  members: z
    .array(
      z.object({
        agency: z.string(),
        name: z.string(),
        then: summedAs.nullable().describe('定稿时据以汇总的；null 为当时不是成员'),
        now: summedAs.nullable(),
      }),
    )
    .describe('定稿后所据有变的成员：重述、结账、导入、增减'),
  refusal: record.nullable().describe('现在无法汇总的原因；此时不作比较'),
});

/** The tables of a scope. */
export const scopeYearAnswer = answer<ScopeYearView>()({
  agency: z.string(),
  agencyName: z.string(),
  year: z.int(),
  scope,
  form,
  position: position.nullable(),
  known: z.union([z.looseObject({ position }), z.looseObject({ instant })]).nullable(),
  figures: record.describe('table2、table3、table4；未知为 null，见 partial'),
  partial: z.array(partial),
  sectionOne: record.describe('known：已知部分；unknown：未载明的成员'),
  members: z.array(member),
  notClosed: agencies,
  missing: agencies,
  undecided: undecidedMembers,
  digest: z.string().describe('figures 与 sectionOne 规范 JSON 的 SHA-256'),
  issued: scopeDriftAnswer.nullable().describe('最近一次定稿与现有汇总之差；尚未定稿的为 null，按早先所知的也为 null'),
});

/** The rules applied to a scope. */
export const scopeRulesAnswer = answer<ScopeRulesView>()({
  judged: z.enum(['sum', 'imported']).describe('sum：各成员之和；imported：导入的该范围报告，与各成员之和核对'),
  undecided: undecidedMembers,
  rulesVersion: z.string(),
  results: z.array(record).describe('每条规则的结果；waived：已豁免'),
  blocking: z.array(z.string()),
});

const share = answer<MemberShare>()({
  agency: z.string(),
  name: z.string(),
  basis,
  value: figure.describe('计入的数字；null 为未知'),
  now: figure.describe('其案件或台账现在的数字，导入的报告未定是否为准的也列；不在本系统办件的为 null'),
  listed: z.boolean().describe('是否列出其案件和台账记录'),
  provenance: z.string().nullable().describe('导入的报告：来源'),
  undecided: z.boolean().describe('导入的报告与本系统的办件或台账并存，尚未决定以哪个为准'),
});

const scopeCase = answer<ScopeCellCase>()({
  agency: z.string(),
  caseId: z.string(),
  events: z.array(lineageEntryAnswer),
});

/** What is behind a figure of a scope. */
export const scopeCellAnswer = answer<ScopeCellPage>()({
  value: figure,
  known: figure.describe('已知部分之和'),
  shares: z.array(share).describe('各成员的份额，为 0 的不列'),
  cases: z.array(scopeCase),
  entries: z.array(cellEntryAnswer),
  next,
  undecided: undecidedMembers,
});

const fault = answer<ScopeAuditFault>()({
  agency: z.string().nullable().describe('问题所在的成员；汇总本身的为 null'),
  check: z.enum(['partition', 'lists', 'carry-forward', 'digest', 'drift', 'members']),
  message: z.string(),
  caseIds: z.array(z.string()),
  cells: z.array(cellKey),
});

/** The audit of a scope. */
export const scopeAuditAnswer = answer<ScopeAudit>()({
  agency: z.string(),
  year: z.int(),
  scope,
  form,
  members: z.int(),
  imported: agencies,
  missing: agencies,
  undecided: undecidedMembers,
  cases: z.int(),
  cells: z.int(),
  sound: z.boolean(),
  faults: z.array(fault),
});
