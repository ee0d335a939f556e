import { Option } from 'nest-commander';
import { GongkaiCommand, type GlobalOptions } from '../shell/gongkai-command.js';

/** Options of a command that records something. */
export interface RecorderOptions extends GlobalOptions {
  readonly actor?: string;
}

/** A command that records something in the name of an operator. */
export abstract class RecorderCommand<
  Options extends RecorderOptions = RecorderOptions,
> extends GongkaiCommand<Options> {
  @Option({
    flags: '--actor <人员编号>',
    name: 'actor',
    description: '经办人员编号（默认取 GONGKAI_ACTOR；未设的，须由负责人办理的命令不执行，其余记为 operator）',
  })
  parseActor(value: string): string {
    return value;
  }
}
