import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#lib/env/project-root.ts';

// The house rules of lib/README.md, read off the imports. Each complaint says where the thing belongs instead.

const PURE = ['anchoring', 'document', 'verdict'];

/** Top to bottom, and left to right within a line: a room may import what comes before it. */
const ORDER = [
  PURE,
  ['env', 'i18n', 'errors', 'db', 'events', 'settings', 'fetch', 'mail', 'jobs', 'realtime'],
  [
    'user',
    'article',
    'exhibit',
    'annotation',
    'label',
    'evidence',
    'assessment',
    'ruling',
    'comment',
    'moderation',
    'notification',
  ],
  ['importers', 'interchange', 'search'],
  ['flows'],
  ['http'],
];

interface Import {
  file: string;
  /** Project path of what is imported, or the bare name of a package. */
  target: string;
  /** Erased before it runs. */
  typeOnly: boolean;
}

function sourcesOf(folder: string): string[] {
  return readdirSync(path.join(projectRoot, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name) && !entry.name.endsWith('.d.mts'))
    .map((entry) => path.relative(projectRoot, path.join(entry.parentPath, entry.name)))
    .filter((file) => !file.startsWith('lib/db/generated/'));
}

const STATIC = /^(?:import|export)\s+(type\s+)?([^'";]*?)from\s+'([^']+)'|^import\s+'([^']+)'/gm;
const DYNAMIC = /\bimport\(\s*'([^']+)'\s*\)/g;

function importsOf(file: string): Import[] {
  const source = readFileSync(path.join(projectRoot, file), 'utf8');
  const found = [...source.matchAll(STATIC)].map(([, type, names = '', from, effect]) => ({
    file,
    target: targetOf(file, (from ?? effect) as string),
    typeOnly: Boolean(type) || onlyTypes(names),
  }));
  const late = [...source.matchAll(DYNAMIC)].map(([, from]) => ({
    file,
    target: targetOf(file, from as string),
    typeOnly: false,
  }));
  return [...found, ...late];
}

function onlyTypes(names: string): boolean {
  const braced = /^\s*\{([^}]*)\}\s*$/.exec(names)?.[1];
  const items = braced?.split(',').map((item) => item.trim());
  return Boolean(items?.filter(Boolean).every((item) => item.startsWith('type ')));
}

function targetOf(file: string, specifier: string): string {
  if (specifier.startsWith('.')) return path.join(path.dirname(file), specifier);
  return specifier.startsWith('#') ? specifier.slice(1) : specifier;
}

const files = ['lib', 'app', 'components'].flatMap(sourcesOf);
const imports = files.flatMap(importsOf);

const roomOf = (file: string) => /^lib\/([^/]+)\//.exec(file)?.[1] ?? null;
const placeOf = (room: string) => ORDER.flat().indexOf(room);
const isPackage = (target: string, name: string) => target === name || target.startsWith(`${name}/`);

const complaints = (wrong: Import[], why: (item: Import) => string) =>
  wrong.map((item) => `${item.file} imports ${item.target}: ${why(item)}`);

test('every room of lib has its place', () => {
  const rooms = new Set(files.map(roomOf).filter((room) => room !== null));
  const unplaced = [...rooms].filter((room) => placeOf(room) < 0);
  expect(unplaced, 'give the room a place in ORDER here and in lib/README.md').toEqual([]);
});

test('a room imports only what stands above it or to its left', () => {
  const wrong = imports.filter(({ file, target }) => {
    const [from, to] = [roomOf(file), roomOf(target)];
    if (from === null || to === null || from === to || PURE.includes(from)) return false;
    return placeOf(to) > placeOf(from);
  });
  const why = ({ file, target }: Import) =>
    `${roomOf(target)} stands after ${roomOf(file)}; what needs both belongs in lib/flows, or the shared part in the earlier room`;
  expect(complaints(wrong, why)).toEqual([]);
});

test('lib knows nothing of app, components and tests', () => {
  const wrong = imports.filter(
    ({ file, target }) => roomOf(file) && /^(app|components|tests|bin)\//.test(target),
  );
  expect(
    complaints(wrong, () => 'lib is what is true, without them; move the part that lib needs into a room'),
  ).toEqual([]);
});

test('the pure rooms import nothing of ours but types of each other', () => {
  const wrong = imports.filter(({ file, target, typeOnly }) => {
    const [from, to] = [roomOf(file), roomOf(target)];
    if (from === null || !PURE.includes(from) || to === from || to === null) return false;
    return !(typeOnly && PURE.includes(to));
  });
  expect(
    complaints(wrong, () => 'take it as an argument, or put it into lib/flows, where rooms meet'),
  ).toEqual([]);
});

test('only queries, mutations, flows, jobs and db touch the database', () => {
  const touches = (target: string) =>
    /^lib\/db\/(client|transaction|ambient|generated\/)/.test(target) ||
    ['pg', '@prisma/client', '@prisma/adapter-pg'].some((name) => isPackage(target, name));
  const mayTouch = (file: string) =>
    /^lib\/(db|jobs|flows)\//.test(file) || /^lib\/.*\/(queries|mutations)\.ts$/.test(file);
  const wrong = imports.filter(
    ({ file, target, typeOnly }) => !typeOnly && touches(target) && !mayTouch(file),
  );
  expect(complaints(wrong, () => "reads belong in a room's queries.ts, writes in its mutations.ts")).toEqual(
    [],
  );
});

test('only app, components and lib/http know Next', () => {
  const wrong = imports.filter(({ file, target }) => {
    const next = ['next', 'next-auth'].some((name) => isPackage(target, name));
    return next && !/^(app|components|lib\/http)\//.test(file);
  });
  expect(complaints(wrong, () => 'what needs Next or next-auth belongs in lib/http or app')).toEqual([]);
});

test('components are given what they show', () => {
  const wrong = imports.filter(({ file, target, typeOnly }) => {
    if (typeOnly || !file.startsWith('components/')) return false;
    return /^lib\/(db|env|jobs|mail|flows)\//.test(target) || /\/(queries|mutations)\.ts$/.test(target);
  });
  const why = () => 'the page in app fetches and passes props; writes go through the API';
  expect(complaints(wrong, why)).toEqual([]);
});

test('files are named for what they hold, in kebab-case, and none is a barrel', () => {
  const dumps = ['index', 'utils', 'util', 'helpers', 'helper', 'types', 'common', 'misc'];
  const nameOf = (file: string) => path.basename(file).replace(/\.\w+$/, '');
  const inLib = files.filter((file) => !file.startsWith('lib/i18n/'));
  expect(
    inLib.filter((file) => dumps.includes(nameOf(file))),
    'name it for the one thing it holds',
  ).toEqual([]);
  const odd = files.filter((file) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(nameOf(file)));
  expect(odd, 'kebab-case').toEqual([]);
  const reexports = files.filter((file) => {
    const source = readFileSync(path.join(projectRoot, file), 'utf8');
    return /^export\s+(type\s+)?(\*|\{[^}]*\})\s+from\s/m.test(source);
  });
  expect(reexports, 'import from the file that defines it').toEqual([]);
});

const EXPORTED =
  /^export\s+(?:async\s+)?(?:abstract\s+)?(?:function\*?|const|let|class|interface|type)\s+([\w$]+)/gm;

test('what is exported is used elsewhere', () => {
  const everywhere = [...files, ...['tests', 'bin', 'prisma'].flatMap(sourcesOf), 'next.config.js'];
  const usedBy = new Map<string, number>();
  for (const file of everywhere) {
    const words = readFileSync(path.join(projectRoot, file), 'utf8').match(/[\w$]+/g);
    for (const word of new Set(words)) usedBy.set(word, (usedBy.get(word) ?? 0) + 1);
  }
  const inRooms = files.filter((file) => !file.startsWith('app/'));
  const idle = inRooms.flatMap((file) => {
    const source = readFileSync(path.join(projectRoot, file), 'utf8');
    return [...source.matchAll(EXPORTED)]
      .map(([, name]) => name as string)
      .filter((name) => usedBy.get(name) === 1)
      .map((name) => `${file}: ${name}`);
  });
  expect(idle, 'take the export away, or all of it').toEqual([]);
});

test('every class that a style sheet names is given to something', () => {
  const sheets = sheetsIn('app/styles');
  const given = files.map((file) => readFileSync(path.join(projectRoot, file), 'utf8')).join('\n');
  const words = new Set(given.match(/[\w-]+/g));
  // `diff-${kind}` gives every class that begins so.
  const beginnings = [...given.matchAll(/([a-z][\w-]*-)\$\{/g)].map(([, beginning]) => beginning as string);
  const idle = sheets.flatMap(({ file, text }) =>
    [...new Set([...text.matchAll(/\.([a-z][\w-]*)/g)].map(([, name]) => name as string))]
      .filter((name) => !words.has(name) && !beginnings.some((beginning) => name.startsWith(beginning)))
      .map((name) => `${file}: .${name}`),
  );
  expect(idle, 'nothing has these classes').toEqual([]);
});

function sheetsIn(folder: string): { file: string; text: string }[] {
  return readdirSync(path.join(projectRoot, folder))
    .filter((name) => name.endsWith('.css'))
    .map((name) => path.join(folder, name))
    .map((file) => ({
      file,
      text: readFileSync(path.join(projectRoot, file), 'utf8').replace(
        /\/\*[\s\S]*?\*\/|url\([^)]*\)|"[^"]*"/g,
        '',
      ),
    }));
}
