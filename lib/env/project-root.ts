import path from 'node:path';

/** The folder of package.json. For programs that run from the sources; not for what Next bundles. */
export const projectRoot = path.resolve(import.meta.dirname, '..', '..');
