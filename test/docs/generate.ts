import { writeFile } from 'node:fs/promises';
import { GENERATED } from './generated.js';

// `npm run docs`, from the top of the repository.
for (const [path, make] of Object.entries(GENERATED)) {
  await writeFile(path, make());
  console.log(path);
}
