import { CASE_STATUSES, STATUS_LABELS, type CaseStatus } from '#casework';
import { localDateOf } from '#kernel';
import { GetWorklist, systemClock, type WorklistFilter, type WorklistLine } from '#office';
import { Command, Option } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { withNext } from '../shell/next-page.js';
import { choiceOption, integerOption, limitOption, listOption } from '../shell/parse.js';
import { textTable } from '../shell/text-table.js';

const DEFAULT_LIMIT = 50;

interface WorklistOptions extends GlobalOptions {
  readonly agency?: string;
  readonly status?: readonly CaseStatus[];
  readonly dueWithin?: number;
  readonly overdue?: boolean;
  readonly limit?: number;
  readonly cursor?: string;
}

/** `gongkai worklist`: open cases by due date, earliest first. */
@Command({ name: 'worklist', description: '在办申请件，按答复期限排列，最急的在前' })
export class WorklistCommand extends GongkaiCommand<WorklistOptions> {
  override async execute({ dataDir, options, output }: Invocation<WorklistOptions>): Promise<void> {
    const { agency, status, dueWithin, overdue, limit = DEFAULT_LIMIT, cursor } = options;
    const filter: WorklistFilter = {
      ...(agency !== undefined && { agency }),
      ...(status !== undefined && { status }),
      ...(dueWithin !== undefined && { dueWithin }),
      ...(overdue !== undefined && { overdue }),
      ...(cursor !== undefined && { cursor }),
      today: localDateOf(systemClock.now()),
      limit,
    };
    const page = await lookingAt(dataDir, ({ queries }) => queries.execute(new GetWorklist(filter, ONLOOKER)));
    output.answer(page, () => worklistText(page.lines, page.next));
  }

  @Option({ flags: '--agency <机关>', name: 'agency', description: '只看一个机关' })
  parseAgency(value: string): string {
    return value;
  }

  @Option({
    flags: '--status <现状>',
    name: 'status',
    description: `只看这些现状，以逗号分隔：${CASE_STATUSES.join('、')}`,
  })
  parseStatus(value: string): readonly CaseStatus[] {
    return listOption(value).map((word) => choiceOption('--status', word, CASE_STATUSES));
  }

  @Option({ flags: '--due-within <天数>', name: 'dueWithin', description: '只看几个工作日内到期的（含已逾期）' })
  parseDueWithin(value: string): number {
    return integerOption('--due-within', value, 0, 1_000);
  }

  @Option({ flags: '--overdue', name: 'overdue', description: '只看已逾期的' })
  parseOverdue(): boolean {
    return true;
  }

  @Option({ flags: '--limit <件数>', name: 'limit', description: `一页几件（默认 ${DEFAULT_LIMIT}）` })
  parseLimit(value: string): number {
    return limitOption(value);
  }

  @Option({ flags: '--cursor <位置>', name: 'cursor', description: '从上一页给出的位置继续' })
  parseCursor(value: string): string {
    return value;
  }
}

function worklistText(lines: readonly WorklistLine[], next: string | null): string {
  if (lines.length === 0) return '没有符合条件的申请件';
  const table = textTable(
    [
      { head: '案件编号' },
      { head: '机关' },
      { head: '现状' },
      { head: '收到之日' },
      { head: '答复期限' },
      { head: '剩余工作日', align: 'right' },
    ],
    lines.map((line) => [
      line.caseId,
      line.agency,
      STATUS_LABELS[line.status],
      line.receivedOn ?? '待确认',
      dueText(line),
      line.workingDaysLeft ?? '—',
    ]),
  );
  return withNext(table, next);
}

function dueText({ due, provisional, overdue }: WorklistLine): string {
  return `${due ?? '—'}${provisional ? '（暂定）' : ''}${overdue ? '（逾期）' : ''}`;
}
