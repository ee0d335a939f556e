import { VerifyYear, type YearVerified } from '#office';
import { Option, SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import { EXIT } from '../shell/exit-codes.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { progress } from '../shell/progress.js';
import { editionOption, YearGongkaiCommand, type YearOptions } from './year-options.js';

interface YearVerifyOptions extends YearOptions {
  readonly edition?: number;
}

/** `gongkai year verify`: the tables of a closed year once more, from the log alone. */
@SubCommand({
  name: 'verify',
  description: '从日志重新计算已结账年度的各表并比对；不一致时退出码为 1',
})
export class YearVerifyCommand extends YearGongkaiCommand<YearVerifyOptions> {
  override async execute({ dataDir, options, output }: Invocation<YearVerifyOptions>): Promise<void> {
    const { agency, year } = this.yearOf(options);
    const verified = await lookingAt(dataDir, async ({ office, queries }) => {
      const bar = progress('核验', Number(await office.store.head()) || 1);
      try {
        const onProgress = (events: number) => bar.update(events);
        return await queries.execute(new VerifyYear(agency, year, ONLOOKER, onProgress, options.edition));
      } finally {
        bar.stop();
      }
    });
    output.answer(verified, () => verifiedText(verified));
    if (!verified.equal) process.exitCode = EXIT.refused;
  }

  @Option({ flags: '--edition <版次>', name: 'edition', description: '核验哪一版（默认现行的一版）' })
  parseEdition(value: string): number {
    return editionOption(value);
  }
}

function verifiedText({
  agency,
  year,
  edition,
  equal,
  publishedDigest,
  recomputedDigest,
  ...rest
}: YearVerified): string {
  const what = `${agency} ${year} 年度第 ${edition} 版`;
  if (equal) return `核验一致：${what}，重读 ${rest.eventsRead} 个事件\n摘要（SHA-256）${publishedDigest}`;
  return [
    `核验不一致：${what}`,
    `  公布摘要 ${publishedDigest}`,
    `  重算摘要 ${recomputedDigest}`,
    ...rest.differences.map(({ cell, published, recomputed }) => `  ${cell}：公布 ${published}，重算 ${recomputed}`),
  ].join('\n');
}
