// The browser tests drive a production build of its own folder, made when the sources changed.
import { ensureBuild } from '#lib/http/build.ts';

export const TEST_DIST = '.next-test';

export default async function setup() {
  await ensureBuild(TEST_DIST, undefined, () => console.log('Building for the browser tests …'));
}
