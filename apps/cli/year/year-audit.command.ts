import { AuditScope, AuditYear, type ExplainingAdjustment, type ScopeOfYear, type YearAudit } from '#office';
import { SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import { EXIT } from '../shell/exit-codes.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { progress } from '../shell/progress.js';
import { auditFaultText, sharedNumberText } from './audit-text.js';
import { ScopedYearCommand, type ScopedYearOptions } from './scope-options.js';
import { scopeAuditText } from './scope-text.js';

/** `gongkai year audit`: every proof of a year. */
@SubCommand({
  name: 'audit',
  description:
    '逐项证明年度数字：每件恰在一行、清单逐件点数、结转记录与推算一致、摘要相符、无未决差异；有问题时退出码为 1',
})
export class YearAuditCommand extends ScopedYearCommand {
  override async execute({ dataDir, options, output }: Invocation<ScopedYearOptions>): Promise<void> {
    const { agency, year } = this.yearOf(options);
    const of = this.scopeOf(options);
    if (of !== null) {
      const scopeAudit = await auditScope(dataDir, of);
      output.answer(scopeAudit, () => scopeAuditText(scopeAudit));
      if (!scopeAudit.sound) process.exitCode = EXIT.refused;
      return;
    }
    const audit = await lookingAt(dataDir, ({ queries }) => queries.execute(new AuditYear(agency, year, ONLOOKER)));
    output.answer(audit, () => auditText(audit));
    if (!audit.sound) process.exitCode = EXIT.refused;
  }
}

function auditScope(dataDir: string, of: ScopeOfYear) {
  return lookingAt(dataDir, async ({ queries }) => {
    const bar = progress('核对', 1);
    try {
      const onProgress = (audited: number, members: number) => bar.update(audited, members);
      return await queries.execute(new AuditScope(of, ONLOOKER, onProgress));
    } finally {
      bar.stop();
    }
  });
}

function auditText(audit: YearAudit): string {
  const { agency, year, form, cases, cells, carryForward, adjustment, editions, sharedNumbers, sound, faults } = audit;
  return [
    `${agency} ${year} 年度（格式 ${form}）：核对 ${cases} 件、${cells} 个单元格、${editions.length} 个版次`,
    carryForward === null
      ? '结转：本年度尚未结账'
      : `结转：记录 ${carryForward.stated} 件，推算 ${carryForward.derived} 件`,
    ...(adjustment === null ? [] : adjustmentText(adjustment)),
    ...faults.flatMap((fault) => auditFaultText(fault)),
    ...sharedNumbers.map(sharedNumberText),
    sound ? '没有问题' : `发现 ${faults.length} 个问题`,
  ].join('\n');
}

/** Why the figures differ from those published although nothing is wrong. */
function adjustmentText({ edition, on, approvedBy, reason, cells }: ExplainingAdjustment): readonly string[] {
  return [
    `与已公布的第 ${edition} 版不同之处已认可为调整：${on}，批准人 ${approvedBy}，理由：${reason}`,
    ...cells.map(({ label, published, now }) => `  ${label}：${published ?? '空'} → ${now ?? '空'}`),
  ];
}
