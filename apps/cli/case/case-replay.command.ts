import type { CaseReading, EntryReading } from '#casework';
import { GetCaseReplay, systemClock, type CaseReplay } from '#office';
import { SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { textList, textTable } from '../shell/text-table.js';
import { caseFacts, stepsText } from './case-facts.js';
import { changesText, entriesText } from './entries-text.js';
import { pointText } from './point-text.js';
import { ReadingCommand, type ReadingOptions } from './reading-options.js';

/** `gongkai case replay`: the case as it reads from a point of both time axes. */
@SubCommand({
  name: 'replay',
  arguments: '<案件编号>',
  description: '重现申请件在任一记录、任一时刻、任一日的样子：现状、可办步骤、期限、记录、文书',
})
export class CaseReplayCommand extends ReadingCommand {
  override async execute({ args: [caseId], dataDir, options, output }: Invocation<ReadingOptions>): Promise<void> {
    const point = this.pointOf(options);
    const replay = await lookingAt(dataDir, ({ queries }) =>
      queries.execute(new GetCaseReplay(caseId ?? '', point, ONLOOKER, systemClock.now())),
    );
    output.answer(replay, () => replayText(replay, pointText(point)));
  }
}

function replayText({ caseId, reading, explanation }: CaseReplay, point: string): string {
  if (reading === null) return `${caseId}（${point}）：此时尚未登记`;
  return [
    `${caseId}（${point}）`,
    '',
    textList(caseFacts(reading.state, reading.statusLabel, reading.clock)),
    '',
    '此时可以办理：',
    stepsText(reading.allowedSteps),
    '',
    '记录：',
    readingsText(reading.entries),
    '',
    '文书：',
    documentsText(reading.documents),
    '',
    '期限：',
    ...explanation,
  ].join('\n');
}

function readingsText(entries: readonly EntryReading[]): string {
  const heads = ['序号', '事实日期', '记录', '经办', '记录时刻（UTC）', '更正'].map((head) => ({ head }));
  const rows = entries.map((entry) => {
    const number = entry.supplied === null ? entry.revision : `${entry.revision}.${entry.supplied}`;
    const row = [number, entry.on, entry.label, entry.actor, entry.recordedAt, marksText(entry)];
    return { row, facts: entry.facts };
  });
  return entriesText(heads, rows);
}

function marksText(entry: EntryReading): string {
  return [...(entry.supplied === null ? [] : ['补记']), changesText(entry)].filter((mark) => mark !== '').join('，');
}

function documentsText(documents: CaseReading['documents']): string {
  if (documents.length === 0) return '无';
  return textTable(
    ['序号', '日期', '记录', '文号', 'SHA-256'].map((head) => ({ head })),
    documents.map(({ revision, on, label, number, sha256 }) => [revision, on, label, number ?? '—', sha256 ?? '—']),
  );
}
