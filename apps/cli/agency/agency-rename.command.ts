import type { JsonObject } from '#kernel';
import { Option, SubCommand } from 'nest-commander';
import { required } from '../shell/parse.js';
import { AgencyRecorder, type AgencyRecorderOptions } from './agency-recorder.js';

interface RenameOptions extends AgencyRecorderOptions {
  readonly name?: string;
}

/** `gongkai agency rename`. */
@SubCommand({ name: 'rename', arguments: '<机关编号>', description: '变更机关名称' })
export class AgencyRenameCommand extends AgencyRecorder<RenameOptions> {
  protected override readonly records = 'rename-agency';
  protected override readonly done = '已更名';

  protected override bodyOf({ name }: RenameOptions): JsonObject {
    return { name: required('--name', name) };
  }

  @Option({ flags: '--name <名称>', name: 'name', description: '新的机关全称' })
  parseName(value: string): string {
    return value;
  }
}
