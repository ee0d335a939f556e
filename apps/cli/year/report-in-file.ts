import type { Json, JsonObject } from '#kernel';
import { UsageFault } from '../shell/usage-fault.js';

/**
 * The report in a JSON file: the document itself, or the one report in what `gongkai report lint --json` prints. What is no such
 * document is answered as it is, for the import to judge. Raises `UsageFault` where the lint read no report, or several.
 */
export function reportInFile(file: string, document: Json): Json {
  const files = lintedFiles(document);
  if (files === null) return document;
  const readable = files.filter(({ status }) => status !== 'unreadable');
  const [only] = readable;
  if (only === undefined) {
    throw new UsageFault(`${file} 是 report lint 的结果，但其中没有读出的报告：${list(files) || '没有文件'}`);
  }
  if (readable.length > 1) {
    const count = String(readable.length);
    throw new UsageFault(
      `${file} 中有 ${count} 份报告（${list(readable)}），一次只能导入一份；请对要导入的一份单独运行 report lint`,
    );
  }
  return only;
}

/** `null` where the document is none of `report lint`. */
function lintedFiles(document: Json): readonly JsonObject[] | null {
  if (!isObject(document)) return null;
  const { files, summary } = document;
  return Array.isArray(files) && summary !== undefined && files.every(isObject) ? files : null;
}

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(files: readonly JsonObject[]): string {
  return files.map(({ file }) => (typeof file === 'string' ? file : '未命名')).join('、');
}
