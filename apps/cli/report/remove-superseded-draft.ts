import { fileStem, type ReportManifest } from '#report-files';
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { reasonOf } from '../shell/read-json-file.js';
import { UsageFault } from '../shell/usage-fault.js';

/** What is needed of a manifest; a name with a folder in it is none of ours. */
const draftSchema = z.looseObject({
  files: z.array(z.looseObject({ name: z.string().refine((name) => basename(name) === name), sha256: z.string() })),
});

/**
 * Takes away the files of a draft in the place of which an issued report was written, so that nobody hands in the wrong one: those that
 * are still as the draft's manifest says, then the manifest. What somebody changed stays, and its manifest with it; a manifest that cannot
 * be understood stays with all that it may speak of. Raises `UsageFault` (`file-unwritable`).
 */
export async function removeSupersededDraft(directory: string, issued: ReportManifest): Promise<void> {
  const manifest = join(directory, `${fileStem({ ...issued, status: 'draft' })}.manifest.json`);
  try {
    const draft = draftOf(await contentOf(manifest));
    if (draft === null) return;
    let changed = false;
    for (const { name, sha256 } of draft.files) {
      const content = await contentOf(join(directory, name));
      if (content === null) continue;
      if (createHash('sha256').update(content).digest('hex') === sha256) await rm(join(directory, name));
      else changed = true;
    }
    if (!changed) await rm(manifest);
  } catch (cause) {
    throw new UsageFault(`无法移去 ${directory} 中的草稿文件：${reasonOf(cause)}`, 'file-unwritable', { cause });
  }
}

function draftOf(content: Buffer | null): z.output<typeof draftSchema> | null {
  if (content === null) return null;
  try {
    return draftSchema.safeParse(JSON.parse(content.toString('utf8'))).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

async function contentOf(path: string): Promise<Buffer | null> {
  return existsSync(path) ? readFile(path) : null;
}
