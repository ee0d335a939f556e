import type { JsonObject } from '#kernel';
import { Option, SubCommand } from 'nest-commander';
import { required } from '../shell/parse.js';
import { AgencyRecorder, type AgencyRecorderOptions } from './agency-recorder.js';

interface MoveOptions extends AgencyRecorderOptions {
  readonly parent?: string;
}

/** `gongkai agency move`. */
@SubCommand({ name: 'move', arguments: '<机关编号>', description: '变更隶属关系' })
export class AgencyMoveCommand extends AgencyRecorder<MoveOptions> {
  protected override readonly records = 'move-agency';
  protected override readonly done = '已变更隶属关系';

  protected override bodyOf({ parent }: MoveOptions): JsonObject {
    const parentId = required('--parent', parent);
    return { parentId: parentId === 'none' ? null : parentId };
  }

  @Option({ flags: '--parent <机关>', name: 'parent', description: '新的上级机关编号；none 为没有上级' })
  parseParent(value: string): string {
    return value;
  }
}
