import type { AssemblyOptions, EvidenceBundle, Office } from '#office';
import { Option } from 'nest-commander';
import { lookingAt } from '../office/with-office.js';
import { untilInterrupted } from '../play/interruption.js';
import { EXIT } from '../shell/exit-codes.js';
import { GongkaiCommand, type GlobalOptions, type Invocation } from '../shell/gongkai-command.js';
import { progress } from '../shell/progress.js';
import { assertFree, writeBundle, type WrittenBundle } from './write-bundle.js';

/** Where the evidence goes. */
export interface EvidenceOptions extends GlobalOptions {
  readonly out?: string;
}

/** Makes a bundle from an open office. */
export type Assembler = (office: Office, reading: AssemblyOptions) => Promise<EvidenceBundle>;

/** A command that writes an evidence bundle to a file. Also while the service runs. */
export abstract class EvidenceExport<Options extends EvidenceOptions> extends GongkaiCommand<Options> {
  /** The bundle asked for. Raises `UsageFault` at once where an option is missing. */
  protected abstract assembler(invocation: Invocation<Options>): Assembler;

  override async execute(invocation: Invocation<Options>): Promise<void> {
    const { dataDir, options, output } = invocation;
    if (options.out !== undefined) assertFree(options.out);
    const assemble = this.assembler(invocation);
    const written = await untilInterrupted((signal) =>
      lookingAt(dataDir, ({ office }) => write(office, assemble, options.out, signal)),
    );
    if (written === null) process.exitCode = EXIT.interrupted;
    else output.answer(written, () => writtenText(written));
  }

  @Option({ flags: '--out <文件>', name: 'out', description: '写入哪个文件（默认在当前目录自取名称）；不覆盖已有文件' })
  parseOut(value: string): string {
    return value;
  }
}

/** `null` when it was interrupted: then no file is left. */
async function write(
  office: Office,
  assemble: Assembler,
  out: string | undefined,
  signal: AbortSignal,
): Promise<WrittenBundle | null> {
  const bar = progress('读取事件库', Number(await office.store.head()) || 1);
  try {
    return await writeBundle(await assemble(office, { signal, onProgress: (read) => bar.update(read) }), out);
  } catch (error) {
    if (signal.aborted && error === signal.reason) return null;
    throw error;
  } finally {
    bar.stop();
  }
}

function writtenText({ file, bytes, sha256 }: WrittenBundle): string {
  return [`已写入 ${file}（${bytes} 字节）`, `SHA-256 ${sha256}`, `核验：node tools/verify-evidence.mjs ${file}`].join(
    '\n',
  );
}
