// `npm start` and `npm run dev`: installs what is missing, then goes on in launch.ts on the project's own Node.
import path from 'node:path';
import { endWith, ensureInstalled, root, runOnNode } from './install.mjs';

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(`Obelus needs Node 20.19 or newer to begin with; this is ${process.versions.node}.`);
  process.exit(1);
}

// npm may be killed, or end without telling: then nobody is left who could stop us.
const npm = process.ppid;
if (process.env.npm_lifecycle_event) {
  setInterval(() => {
    if (process.ppid !== npm) process.kill(process.pid, 'SIGTERM');
  }, 250).unref();
}

await endWith(async () => {
  await ensureInstalled();
  return runOnNode(path.join(root, 'bin', 'launch.ts'), process.argv.slice(2));
});
