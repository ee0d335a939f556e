import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const manifestSchema = z.object({ name: z.literal('gongkai'), version: z.string() });

/** The version in package.json, found upwards from this file: its place differs between sources and build. */
export function packageVersion(): string {
  for (let directory = import.meta.dirname; ; directory = dirname(directory)) {
    const manifest = manifestSchema.safeParse(readJson(join(directory, 'package.json')));
    if (manifest.success) return manifest.data.version;
    if (directory === dirname(directory)) throw new TypeError('package.json of gongkai not found');
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
