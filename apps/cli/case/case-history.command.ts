import { ROLE_LABELS, type SourcePosition } from '#kernel';
import { GetCaseHistory, type HistoryLine } from '#office';
import type { QueryBus } from '@nestjs/cqrs';
import { SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { changesText, entriesText } from './entries-text.js';

/** `gongkai case history`. */
@SubCommand({
  name: 'history',
  arguments: '<案件编号>',
  description: '申请件的全部记录：何时、何人、记了什么，逐项写明；后来更正、作废的也注明',
})
export class CaseHistoryCommand extends GongkaiCommand {
  override async execute({ args: [caseId], dataDir, output }: Invocation<GlobalOptions>): Promise<void> {
    const entries = await lookingAt(dataDir, ({ queries }) => wholeHistory(queries, caseId ?? ''));
    output.answer({ caseId, entries }, () => historyText(entries));
  }
}

async function wholeHistory(queries: QueryBus, caseId: string): Promise<readonly HistoryLine[]> {
  const entries: HistoryLine[] = [];
  for (;;) {
    const page = await queries.execute(new GetCaseHistory(caseId, ONLOOKER, entries.length));
    if (page.entries.length === 0) return entries;
    entries.push(...page.entries);
  }
}

function historyText(entries: readonly HistoryLine[]): string {
  // Only cases that were taken over from an older register have a source.
  const sourced = entries.some(({ metadata }) => metadata.source !== undefined);
  const heads = ['序号', '事实日期', '记录', '经办', '角色', '记录时刻（UTC）', '更正', ...(sourced ? ['来源'] : [])];
  const rows = entries.map((entry) => {
    const { on, actor, role, now, source } = entry.metadata;
    const who = [entry.revision, on, entry.label, actor, ROLE_LABELS[role], now];
    return { row: [...who, changesText(entry), ...(sourced ? [sourceText(source)] : [])], facts: entry.facts };
  });
  return entriesText(
    heads.map((head, at) => ({ head, align: at === 0 ? 'right' : 'left' })),
    rows,
  );
}

function sourceText(source: SourcePosition | undefined): string {
  if (source === undefined) return '';
  return `${source.file}${source.sheet === null ? '' : `“${source.sheet}”`} 第 ${source.row} 行`;
}
