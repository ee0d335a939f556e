import { ERASURE_GROUND_LABELS, ERASURE_GROUNDS, type ErasureGround } from '#casework';
import { localDateOf, type LocalDate } from '#kernel';
import { systemClock } from '#office';
import { Option, SubCommand } from 'nest-commander';
import type { PersonForgotten } from '../../api/index.js';
import { operatorRequest } from '../office/people.js';
import { RecorderCommand, type RecorderOptions } from '../office/recorder-command.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { choiceOption, dateOption, required } from '../shell/parse.js';
import { withPeople } from './with-people.js';

interface PersonForgetOptions extends RecorderOptions {
  readonly on?: LocalDate;
  readonly reason?: ErasureGround;
  readonly retentionEnded?: LocalDate;
  readonly approvedBy?: string;
}

const REASONS = ERASURE_GROUNDS.map((ground) => `${ground}（${ERASURE_GROUND_LABELS[ground]}）`).join('、');

/** `gongkai person forget`: all cases of the person or none; run again after a kill it goes on where that ended. */
@SubCommand({
  name: 'forget',
  arguments: '<个人代号>',
  description: '删除一人的个人信息：在其每一件案件中记录，然后销毁密钥；有一件尚不能删除则不作任何记录。不可恢复',
})
export class PersonForgetCommand extends RecorderCommand<PersonForgetOptions> {
  override async execute({
    args: [ref = ''],
    dataDir,
    options,
    output,
  }: Invocation<PersonForgetOptions>): Promise<void> {
    const { on, reason, retentionEnded, approvedBy, actor } = options;
    const body = {
      on: on ?? localDateOf(systemClock.now()),
      reason: required('--reason', reason),
      approvedBy: required('--approved-by', approvedBy),
      ...(retentionEnded !== undefined && { retentionEndedOn: retentionEnded }),
    };
    const forgotten = await withPeople(dataDir, (people) => people.forget(ref, body, operatorRequest(actor)));
    output.answer(forgotten, () => forgottenText(forgotten));
  }

  @Option({ flags: '--reason <理由>', name: 'reason', description: `理由：${REASONS}` })
  parseReason(value: string): ErasureGround {
    return choiceOption('--reason', value, ERASURE_GROUNDS);
  }

  @Option({ flags: '--approved-by <人员编号>', name: 'approvedBy', description: '批准人；不能是经办本人' })
  parseApprovedBy(value: string): string {
    return value;
  }

  @Option({
    flags: '--retention-ended <日期>',
    name: 'retentionEnded',
    description: '保管期限届满之日；该人有案件时必填',
  })
  parseRetentionEnded(value: string): LocalDate {
    return dateOption('--retention-ended', value);
  }

  @Option({ flags: '--on <日期>', name: 'on', description: '决定删除之日（默认今日）' })
  parseOn(value: string): LocalDate {
    return dateOption('--on', value);
  }
}

function forgottenText({ ref, message, cases, repeated }: PersonForgotten): string {
  const where = cases.length === 0 ? '该人不在任何案件中' : `记录于案件 ${cases.join('、')}`;
  return `${ref}：${message}${repeated ? '（此前已办）' : ''}\n${where}`;
}
