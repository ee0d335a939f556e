import { fileStem, type ReportManifest } from '#report-files';
import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Takes away the files of a draft in the place of which an issued report was written, so that nobody hands in the wrong one: those that
 * are still as the draft's manifest says, then the manifest. What somebody changed stays, and its manifest with it.
 */
export async function removeSupersededDraft(directory: string, issued: ReportManifest): Promise<void> {
  const manifestPath = join(directory, `${fileStem({ ...issued, status: 'draft' })}.manifest.json`);
  const text = await contentOf(manifestPath);
  if (text === null) return;
  const { files } = JSON.parse(text.toString('utf8')) as ReportManifest;
  let changed = false;
  for (const { name, sha256 } of files) {
    const path = join(directory, name);
    const content = await contentOf(path);
    if (content === null) continue;
    if (createHash('sha256').update(content).digest('hex') === sha256) await rm(path);
    else changed = true;
  }
  if (!changed) await rm(manifestPath);
}

async function contentOf(path: string): Promise<Buffer | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}
