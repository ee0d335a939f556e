import { createRequire } from 'node:module';

/** Version of the program, from package.json; goes into the manifest of a closed year. */
export const SOFTWARE_VERSION: string = (
  createRequire(import.meta.url)('#package.json') as { readonly version: string }
).version;
