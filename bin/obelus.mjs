// `npm run obelus -- …`: installs what is missing, then goes on in obelus/main.ts on the project's own Node.
import path from 'node:path';
import { endWith, ensureInstalled, root, runOnNode } from './install.mjs';

// Standard output is for what a command was asked for.
console.log = console.error;
// npm and this script change the folder; files are named from where the person stands.
process.env.INIT_CWD ??= process.cwd();

await endWith(async () => {
  await ensureInstalled();
  return runOnNode(path.join(root, 'bin', 'obelus', 'main.ts'), process.argv.slice(2));
});
