import { assembleYearEvidence } from '#office';
import { Option, SubCommand } from 'nest-commander';
import { ONLOOKER } from '../office/people.js';
import type { Invocation } from '../shell/gongkai-command.js';
import { required, yearOption } from '../shell/parse.js';
import { editionOption } from '../year/year-options.js';
import { EvidenceExport, type Assembler, type EvidenceOptions } from './evidence-export.js';

interface EvidenceYearOptions extends EvidenceOptions {
  readonly agency?: string;
  readonly year?: number;
  readonly edition?: number;
}

/** `gongkai evidence year`. */
@SubCommand({
  name: 'year',
  description: '导出已公布的一版年度报告的证据包：各表、组成各数字的全部事件、哈希链、默克尔证明、工作日历',
})
export class EvidenceYearCommand extends EvidenceExport<EvidenceYearOptions> {
  protected override assembler({ options }: Invocation<EvidenceYearOptions>): Assembler {
    const agency = required('--agency', options.agency);
    const year = required('--year', options.year);
    const asked = { principal: ONLOOKER, ...(options.edition !== undefined && { edition: options.edition }) };
    return (office, reading) => assembleYearEvidence(office, agency, year, { ...asked, ...reading });
  }

  @Option({ flags: '--agency <机关>', name: 'agency', description: '机关编号' })
  parseAgency(value: string): string {
    return value;
  }

  @Option({ flags: '--year <年度>', name: 'year', description: '年度，例如 2023' })
  parseYear(value: string): number {
    return yearOption(value);
  }

  @Option({ flags: '--edition <版次>', name: 'edition', description: '哪一版（默认现行的一版）' })
  parseEdition(value: string): number {
    return editionOption(value);
  }
}
