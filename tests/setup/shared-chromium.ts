// One Chromium for all files of a run: each has contexts of its own in it, which share nothing.
import type { TestProject } from 'vitest/node';
import { serveChromium } from './chromium.ts';
import { onceARun } from './once-a-run.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the browser of the run is reached. */
    chromiumUrl: string;
  }
}

export default async function setup(project: TestProject) {
  const { value, done } = await onceARun('chromium', serveChromium);
  project.provide('chromiumUrl', value.url);
  return done;
}
