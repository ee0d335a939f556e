import type { JsonObject } from '#kernel';
import { Option, SubCommand } from 'nest-commander';
import { AgencyRecorder, type AgencyRecorderOptions } from './agency-recorder.js';

interface DissolveOptions extends AgencyRecorderOptions {
  readonly successor?: string;
}

/** `gongkai agency dissolve`. */
@SubCommand({ name: 'dissolve', arguments: '<机关编号>', description: '撤销机关' })
export class AgencyDissolveCommand extends AgencyRecorder<DissolveOptions> {
  protected override readonly records = 'dissolve-agency';
  protected override readonly done = '已撤销机关';

  protected override bodyOf({ successor }: DissolveOptions): JsonObject {
    return successor === undefined ? {} : { successorId: successor };
  }

  @Option({ flags: '--successor <机关>', name: 'successor', description: '承继其职责的机关编号' })
  parseSuccessor(value: string): string {
    return value;
  }
}
