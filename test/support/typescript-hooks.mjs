/**
 * Lets a plain `node --import` run TypeScript sources as Jest does: compiled by swc, `#library` mapped to `libs/`, `.js` to `.ts`.
 * For tests that need a process of their own (another time zone, a kill) without a build.
 */
import { transformFileSync } from '@swc/core';
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const libs = new URL('../../libs/', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const library = /^#([a-z-]+)(?:\/(.*)\.js)?$/.exec(specifier);
    if (library) return next(new URL(`${library[1]}/${library[2] ?? 'index'}.ts`, libs).href, context);
    if (/^\.{1,2}\/.*\.js$/.test(specifier) && context.parentURL?.endsWith('.ts')) {
      const source = fileURLToPath(new URL(specifier.replace(/\.js$/, '.ts'), context.parentURL));
      if (existsSync(source)) return next(pathToFileURL(source).href, context);
    }
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.endsWith('.ts')) return next(url, context);
    const { code } = transformFileSync(fileURLToPath(url));
    return { format: 'module', source: code, shortCircuit: true };
  },
});
