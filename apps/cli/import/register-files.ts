import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { MAX_FILE_BYTES, parseMapping, readRegister, tooLarge, type Mapping, type Sheet } from '#case-import';
import { readJsonFile, reasonOf } from '../shell/read-json-file.js';
import { UsageFault } from '../shell/usage-fault.js';

/** A register and its mapping, as read. */
export interface RegisterFiles {
  readonly mapping: Mapping;
  readonly sheet: Sheet;
  readonly file: { readonly name: string; readonly sha256: string };
}

/** Reads both before any office is opened. Raises `UsageFault` (`file-unreadable`) and `RegisterFault`. */
export function readRegisterFiles(file: string, mappingFile: string): RegisterFiles {
  const mapping = parseMapping(readJsonFile(mappingFile));
  const bytes = bytesOf(file);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { mapping, sheet: readRegister(bytes, mapping), file: { name: basename(file), sha256 } };
}

function bytesOf(file: string): Buffer {
  try {
    if (statSync(file).size > MAX_FILE_BYTES) throw tooLarge();
    return readFileSync(file);
  } catch (cause) {
    if (cause instanceof Error && 'kind' in cause) throw cause;
    throw new UsageFault(`无法读取文件 ${file}：${reasonOf(cause)}`, 'file-unreadable', { cause });
  }
}
