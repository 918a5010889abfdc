import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '#lib/env/project-root.ts';

/** What a guest's finished page loads instead of Next's scripts; it begins with components/guest/main.ts. */
const ENTRY = 'components/guest/bundle.ts';

/** Within a build: what Next serves as it is, for ever, under /_next/. */
const FOLDER = path.join('static', 'obelus');
const MANIFEST = 'guest-bundle.json';

interface GuestBundle {
  /** Where a page finds it. */
  url: string;
}

/** Bundles the script into a build of Next's that is done, and notes its name there. The name changes with what it says. */
export async function buildGuestBundle(dist: string): Promise<void> {
  const folder = path.join(projectRoot, dist);
  rmSync(path.join(folder, FOLDER), { recursive: true, force: true });
  // Only a build needs it.
  const { build } = await import('rolldown');
  const { output } = await build({
    input: path.join(projectRoot, ENTRY),
    cwd: projectRoot,
    platform: 'browser',
    logLevel: 'warn',
    transform: { target: 'es2022', define: { 'process.env.NODE_ENV': '"production"' } },
    output: {
      dir: path.join(folder, FOLDER),
      format: 'esm',
      minify: true,
      entryFileNames: 'guest-[hash].js',
      chunkFileNames: 'guest-[name]-[hash].js',
    },
  });
  const bundle: GuestBundle = { url: `/_next/static/obelus/${output[0].fileName}` };
  writeFileSync(path.join(folder, MANIFEST), JSON.stringify(bundle));
}

export function readGuestBundle(dist: string): GuestBundle {
  return JSON.parse(readFileSync(path.join(projectRoot, dist, MANIFEST), 'utf8'));
}
