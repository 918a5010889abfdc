// `npm test`: installs what is missing, then runs every check in test.ts on the project's own Node.
import path from 'node:path';
import { endWith, ensureInstalled, root, runOnNode } from './install.mjs';

await endWith(async () => {
  await ensureInstalled();
  return runOnNode(path.join(root, 'bin', 'test.ts'), process.argv.slice(2));
});
