import { AGENCY_LEVELS, foundAgency, type AgencyLevel } from '#agency';
import type { JsonObject } from '#kernel';
import { Option, SubCommand } from 'nest-commander';
import { choiceOption, required } from '../shell/parse.js';
import { AgencyRecorder, type AgencyRecorderOptions } from './agency-recorder.js';

interface FoundOptions extends AgencyRecorderOptions {
  readonly name?: string;
  readonly level?: AgencyLevel;
  readonly parent?: string;
  readonly jurisdiction?: string;
}

/** `gongkai agency found`. */
@SubCommand({ name: 'found', arguments: '<机关编号>', description: '设立机关' })
export class AgencyFoundCommand extends AgencyRecorder<FoundOptions> {
  protected override readonly records = foundAgency.name;
  protected override readonly done = '已设立机关';

  protected override bodyOf({ name, level, parent, jurisdiction }: FoundOptions): JsonObject {
    return {
      name: required('--name', name),
      level: required('--level', level),
      parentId: parent ?? null,
      ...(jurisdiction !== undefined && { jurisdiction }),
    };
  }

  @Option({ flags: '--name <名称>', name: 'name', description: '机关全称' })
  parseName(value: string): string {
    return value;
  }

  @Option({ flags: '--level <层级>', name: 'level', description: `层级：${AGENCY_LEVELS.join('、')}` })
  parseLevel(value: string): AgencyLevel {
    return choiceOption('--level', value, AGENCY_LEVELS);
  }

  @Option({ flags: '--parent <机关>', name: 'parent', description: '上级机关编号（不写则没有上级）' })
  parseParent(value: string): string {
    return value;
  }

  @Option({ flags: '--jurisdiction <地区>', name: 'jurisdiction', description: '工作日历的适用地区（默认 CN）' })
  parseJurisdiction(value: string): string {
    return value;
  }
}
