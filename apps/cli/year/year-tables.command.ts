import { renderTables, toPublishedJson } from '#annual-report';
import type { AgencyPolicy } from '#agency';
import { GetAgency, GetYear, type YearView } from '#office';
import { SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt, type OpenOffice } from '../office/with-office.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { YearGongkaiCommand, type YearOptions } from './year-options.js';

/** `gongkai year tables`: tables 2, 3 and 4; with `--json` as published data has them. */
@SubCommand({
  name: 'tables',
  description: '年度报告二、三、四部分的表；--json 输出 table2、table3、table4',
})
export class YearTablesCommand extends YearGongkaiCommand {
  override async execute({ dataDir, options, output }: Invocation<YearOptions>): Promise<void> {
    const { agency, year } = this.yearOf(options);
    const { view, policy } = await lookingAt(dataDir, (open) => readYear(open, agency, year, options.form ?? null));
    output.answer(toPublishedJson(view.figures), () => yearText(view, policy));
  }
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
export function yearText({ agencyName, year, figures, closed }: YearView, { feeDecimals }: AgencyPolicy): string {
  return [
    `${agencyName}${year}年政府信息公开工作年度报告（格式 ${figures.form}）`,
    '',
    publishedText(figures.published),
    '',
    renderTables(figures, { decimals: feeDecimals }),
    closed === null ? '本年度尚未结账' : `第 ${closed.edition} 版，摘要（SHA-256）${closed.digest}`,
    ...(closed !== null && !closed.figuresStillEqual ? ['注意：现有数字与已结账的版次不同'] : []),
  ].join('\n');
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
