import { renderTables, toPublishedJson } from '#annual-report';
import type { AgencyPolicy } from '#agency';
import type { Instant, Position } from '#kernel';
import type { YearFigures } from '#statistics';
import {
  GetAgency,
  GetScopeYear,
  GetYear,
  GetYearKnownAt,
  systemClock,
  type KnownAt,
  type KnownYear,
  type YearView,
} from '#office';
import { Option, SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt, type OpenOffice } from '../office/with-office.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { INSTANT_HELP, instantOption, positionOption } from '../shell/parse.js';
import { UsageFault } from '../shell/usage-fault.js';
import { ScopedYearCommand, type ScopedYearOptions } from './scope-options.js';
import { scopeYearText } from './scope-text.js';

interface YearTablesOptions extends ScopedYearOptions {
  readonly knownAt?: Instant;
  readonly knownPosition?: Position;
}

/** `gongkai year tables`: tables 2, 3 and 4, now or as known earlier; with `--json` as published data has them. */
@SubCommand({
  name: 'tables',
  description: '年度报告二、三、四部分的表，可按某一时刻所知；--json 输出 table2、table3、table4',
})
export class YearTablesCommand extends ScopedYearCommand<YearTablesOptions> {
  override async execute({ dataDir, options, output }: Invocation<YearTablesOptions>): Promise<void> {
    const { agency, year } = this.yearOf(options);
    const known = knownOf(options);
    const form = options.form ?? null;
    const of = this.scopeOf(options);
    if (of !== null) {
      const { view, policy } = await lookingAt(dataDir, async ({ queries }) => ({
        policy: (await queries.execute(new GetAgency(agency, ONLOOKER))).policy,
        view: await queries.execute(new GetScopeYear(of, known, ONLOOKER, systemClock.now())),
      }));
      return output.answer(view, () => scopeYearText(view, policy.feeDecimals));
    }
    if (known === null) {
      const { view, policy } = await lookingAt(dataDir, (open) => readYear(open, agency, year, form));
      return output.answer(toPublishedJson(view.figures), () => yearText(view, policy));
    }
    const { view, policy } = await lookingAt(dataDir, async ({ queries }) => ({
      policy: (await queries.execute(new GetAgency(agency, ONLOOKER))).policy,
      view: await queries.execute(new GetYearKnownAt(agency, year, form, known, ONLOOKER, systemClock.now())),
    }));
    output.answer(toPublishedJson(view.figures), () => knownYearText(view, policy));
  }

  @Option({ flags: '--known-at <时刻>', name: 'knownAt', description: `以这一时刻已记录的为准：${INSTANT_HELP}` })
  parseKnownAt(value: string): Instant {
    return instantOption('--known-at', value);
  }

  @Option({ flags: '--known-position <位置>', name: 'knownPosition', description: '以事件库这一位置以前的为准' })
  parseKnownPosition(value: string): Position {
    return positionOption('--known-position', value);
  }
}

function knownOf({ knownAt, knownPosition }: YearTablesOptions): KnownAt | null {
  if (knownAt !== undefined && knownPosition !== undefined) {
    throw new UsageFault('--known-at 与 --known-position 只能写一个');
  }
  if (knownAt !== undefined) return { instant: knownAt };
  return knownPosition === undefined ? null : { position: knownPosition };
}

/** A year and the policy by which its figures are printed. */
export async function readYear(
  { queries }: OpenOffice,
  agency: string,
  year: number,
  form: '2019' | '2021' | null,
): Promise<{ readonly view: YearView; readonly policy: AgencyPolicy }> {
  const { policy } = await queries.execute(new GetAgency(agency, ONLOOKER));
  return { view: await queries.execute(new GetYear(agency, year, form, ONLOOKER)), policy };
}

/** The tables in the official layout, under the name of the agency, and whether they are published. */
export function yearText({ agencyName, year, figures, closed }: YearView, policy: AgencyPolicy): string {
  return [
    ...tablesText(`${agencyName}${year}年`, figures, policy),
    closed === null ? '本年度尚未结账' : `第 ${closed.edition} 版，摘要（SHA-256）${closed.digest}`,
    ...(closed !== null && !closed.figuresStillEqual ? ['注意：现有数字与已结账的版次不同'] : []),
  ].join('\n');
}

function knownYearText({ agency, year, figures, known, digest }: KnownYear, policy: AgencyPolicy): string {
  const point = 'instant' in known ? `${known.instant} 已记录的` : `事件库位置 ${known.position} 以前的`;
  const head = `${agency} ${year} 年`;
  return [...tablesText(head, figures, policy), `以${point}为准，摘要（SHA-256）${digest}`].join('\n');
}

/** Head, section 一 and the three tables. */
export function tablesText(head: string, figures: YearFigures, { feeDecimals }: AgencyPolicy): readonly string[] {
  return [
    `${head}政府信息公开工作年度报告（格式 ${figures.form}）`,
    '',
    publishedText(figures.published),
    '',
    renderTables(figures, { decimals: feeDecimals }),
  ];
}

/** What section 一 says of items published: in all, and per channel. */
function publishedText({ total, channels }: YearView['figures']['published']): string {
  const parts = channels.map(({ channel, count, categories }) => `${channel} ${count} 条${categoriesText(categories)}`);
  return `一、总体情况\n主动公开信息 ${total} 条${parts.length === 0 ? '' : `：${parts.join('，')}`}`;
}

function categoriesText(categories: YearView['figures']['published']['channels'][number]['categories']): string {
  const named = categories.flatMap(({ category, count }) => (category === null ? [] : [`${category} ${count}`]));
  return named.length === 0 ? '' : `（其中${named.join('、')}）`;
}
