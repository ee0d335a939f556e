import type { Json } from '#kernel';
import { readFileSync } from 'node:fs';
import { parseStrictJson } from '../../api/http/strict-json.js';
import { UsageFault } from './usage-fault.js';

/** Reads a file that holds one JSON document in UTF-8. Raises `UsageFault` (`file-unreadable`, `not-utf-8`) and what strict reading raises. */
export function readJsonFile(file: string): Json {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (cause) {
    throw new UsageFault(`无法读取文件 ${file}：${reasonOf(cause)}`, 'file-unreadable', { cause });
  }
  return parseStrictJson(textOf(file, bytes), 'file');
}

function textOf(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new UsageFault(`${file} 不是 UTF-8 文本`, 'not-utf-8', { cause });
  }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: '没有读写权限',
  EISDIR: '这是一个目录',
  ENOSPC: '磁盘已满',
};

/** Why a file could not be read or written, in Chinese; `missing` says what is not there. */
export function reasonOf(cause: unknown, missing = '文件不存在'): string {
  // By shape: the error may come from another realm.
  const code = typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
  if (code === 'ENOENT') return missing;
  return REASONS[code] ?? (code || '读写出错');
}
