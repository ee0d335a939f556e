import { z } from 'zod';

/**
 * Declares the schema of an answer beside the type that the core gives it: a field of `T` without a line here does not
 * compile, so that the description of the API cannot fall behind. Clients must put up with fields that they do not know.
 */
export function answer<T extends object>() {
  return <S extends { readonly [K in keyof T]-?: z.ZodType }>(
    shape: S & { readonly [K in keyof S]: K extends keyof T ? S[K] : never },
  ) => z.looseObject<S>(shape);
}

/** A plain date in Asia/Shanghai, `YYYY-MM-DD`. */
export const date = z.iso.date();
/** An instant in UTC. */
export const instant = z.iso.datetime({ precision: 3 });
/** Revision of a stream, from 0. */
export const revision = z.int().min(0).describe('版本号，从 0 起');
/** Place in the log; opaque. */
export const position = z.string().describe('在日志中的位置（不透明）');
/** Cursor of the next page; `null` on the last one. */
export const next = z.string().nullable().describe('下一页的 cursor；没有下一页则为 null');
/** An object of the domain, described in docs/event-catalogue.md and the README of its library. */
export const record = z.looseObject({});
