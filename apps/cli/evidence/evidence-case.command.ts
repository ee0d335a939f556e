import type { Position } from '#kernel';
import { assembleCaseEvidence } from '#office';
import { Option, SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { positionOption } from '../shell/parse.js';
import { EvidenceExport, type Assembler, type EvidenceOptions } from './evidence-export.js';

interface EvidenceCaseOptions extends EvidenceOptions {
  readonly position?: Position;
}

/** `gongkai evidence case`. */
@SubCommand({
  name: 'case',
  arguments: '<案件编号>',
  description: '导出一件申请的证据包：全部事件、哈希链、默克尔证明、工作日历、读法',
})
export class EvidenceCaseCommand extends EvidenceExport<EvidenceCaseOptions> {
  protected override assembler({
    args: [caseId = ''],
    options: { position },
  }: Invocation<EvidenceCaseOptions>): Assembler {
    const asked = { principal: ONLOOKER, ...(position !== undefined && { position }) };
    return (office, reading) => assembleCaseEvidence(office, caseId, { ...asked, ...reading });
  }

  @Option({ flags: '--position <位置>', name: 'position', description: '以事件库这一位置以前的为准（默认末尾）' })
  parsePosition(value: string): Position {
    return positionOption('--position', value);
  }
}
