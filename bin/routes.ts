import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '#lib/env/project-root.ts';
import { ApiRoutes, type RouteFile } from '#lib/http/api-routes.ts';

const app = path.join(projectRoot, 'app');

/** What is served without Next: lib/http/serve.ts knows the same. */
const FOLDERS = ['api', 'feeds'];

/** The routes of these folders as plain functions. Those that catch whole subtrees (`[...rest]`) stay with Next. */
export async function loadApiRoutes(): Promise<ApiRoutes> {
  const files = FOLDERS.flatMap((name) =>
    readdirSync(path.join(app, name), { withFileTypes: true, recursive: true }),
  )
    .filter((entry) => entry.isFile() && entry.name === 'route.ts')
    .map((entry) => entry.parentPath)
    .filter((folder) => !folder.includes('[...'));
  return new ApiRoutes(await Promise.all(files.map(load)));
}

async function load(folder: string): Promise<RouteFile> {
  const module = await import(pathToFileURL(path.join(folder, 'route.ts')).href);
  return { path: path.relative(app, folder).split(path.sep).join('/'), module };
}
