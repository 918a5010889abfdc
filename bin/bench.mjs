// `npm run bench`: installs what is missing, then measures on the project's own Node.
import path from 'node:path';
import { endWith, ensureInstalled, root, runOnNode } from './install.mjs';

await endWith(async () => {
  await ensureInstalled();
  return runOnNode(path.join(root, 'tests', 'bench', 'run.ts'), process.argv.slice(2));
});
