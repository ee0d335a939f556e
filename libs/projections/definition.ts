import { hash } from 'node:crypto';
import { GongkaiError, canonicalJson } from '#kernel';
import type { Projection } from './projection.js';

const NAME = /^[a-z][a-z0-9-]*$/;

/** Refuses a projection that cannot have a file (`projection-malformed`, kind invalid): a fault of the program, found at start. */
export function checkDefinitions(projections: readonly Projection[]): void {
  const names = new Set<string>();
  for (const { name, version, tables } of projections) {
    if (!NAME.test(name)) throw malformed(name, '名称只能由小写字母、数字和连字符组成');
    if (names.has(name)) throw malformed(name, '名称重复');
    if (!Number.isSafeInteger(version) || version < 1) throw malformed(name, '版本应为正整数');
    if (tables.length === 0) throw malformed(name, '至少要声明一张表');
    if (tables.some(({ orderBy }) => orderBy.length === 0)) throw malformed(name, '每张表都要有排序列');
    names.add(name);
  }
}

/** Changes whenever a file made before cannot be gone on with, even if somebody forgot to raise the version. */
export function definitionDigest({ name, version, schema, filter, tables }: Projection): string {
  const { exceptTypes = [], streamPrefix = '' } = filter ?? {};
  const canonical = canonicalJson({
    name,
    version,
    schema,
    exceptTypes: [...exceptTypes].sort(),
    streamPrefix,
    tables: tables.map(({ table, orderBy }) => ({ table, orderBy })),
  });
  return hash('sha256', canonical, 'hex');
}

function malformed(name: string, why: string): GongkaiError {
  return new GongkaiError('invalid', 'projection-malformed', `投影 ${name} 的定义有误：${why}`, { projection: name });
}
