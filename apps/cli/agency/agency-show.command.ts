import { GetAgency, type AgencyView } from '#office';
import { SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import { lookingAt } from '../office/with-office.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { textList } from '../shell/text-table.js';

/** `gongkai agency show`. */
@SubCommand({ name: 'show', arguments: '<机关编号>', description: '机关现状和办理规则' })
export class AgencyShowCommand extends GongkaiCommand {
  override async execute({ args: [agency = ''], dataDir, output }: Invocation<GlobalOptions>): Promise<void> {
    const view = await lookingAt(dataDir, ({ queries }) => queries.execute(new GetAgency(agency, ONLOOKER)));
    output.answer(view, () => agencyText(view));
  }
}

function agencyText({ policy, ...view }: AgencyView): string {
  return textList([
    ['编号', view.agency],
    ['名称', view.name],
    ['层级', view.level],
    ['上级', view.parent ?? '无'],
    ['工作日历', view.jurisdiction],
    ['设立', view.foundedOn],
    ['撤销', view.dissolvedOn ?? '未撤销'],
    ['决定须经审核', policy.reviewRequired ? '是' : '否'],
    ['网络等申请收到日', policy.internetReceipt === 'confirmation' ? '双方确认之日' : '提交之日'],
    ['收费金额小数位数', policy.feeDecimals],
    ['年度报告格式', policy.form === 'prescribed' ? '按年度规定' : policy.form],
    ['版本号', view.revision],
  ]);
}
