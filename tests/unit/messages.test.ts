import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '#lib/env/project-root.ts';
import { MESSAGES } from '#lib/i18n/messages.ts';

type Tree = { readonly [key: string]: string | Tree };

/** key.path → message. */
function flat(tree: Tree, prefix = ''): Map<string, string> {
  const entries = Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)],
  );
  return new Map(entries);
}

/** What a message takes, as `name`, `name:plural`, `<tag>`; ICU message syntax. */
function argumentsOf(message: string): string[] {
  const found = new Set<string>();
  readMessage(message.replace(/'[{}<>|#][^']*'/g, ''), 0, found);
  return [...found].sort();
}

/** Reads up to the brace that closes the message it is in, and returns the place behind it. */
function readMessage(text: string, from: number, found: Set<string>): number {
  let at = from;
  while (at < text.length && text[at] !== '}') {
    const tag = /^<([a-z]\w*)>/i.exec(text.slice(at));
    if (tag) found.add(`<${tag[1]}>`);
    at = text[at] === '{' ? readArgument(text, at + 1, found) : at + 1;
  }
  return at + 1;
}

function readArgument(text: string, from: number, found: Set<string>): number {
  const head = /^\s*(\w+)\s*(?:,\s*(\w+))?/.exec(text.slice(from));
  if (!head) throw new Error(`No argument at ${from} of: ${text}`);
  found.add(head[2] ? `${head[1]}:${head[2]}` : (head[1] as string));
  let at = from + head[0].length;
  while (at < text.length && text[at] !== '}')
    at = text[at] === '{' ? readMessage(text, at + 1, found) : at + 1;
  return at + 1;
}

const sources = ['app', 'components', 'lib'].flatMap((folder) =>
  readdirSync(path.join(projectRoot, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/lib\/(i18n|db\/generated)\//.test(file.replaceAll('\\', '/')))
    .map((file) => ({ file: path.relative(projectRoot, file), text: readFileSync(file, 'utf8') })),
);

const GETTER = /(?:translator\([^'"]*?|useTranslations\()\s*'([\w-]+)'\)/;
const NAMED = new RegExp(
  `(?:const\\s+)?(\\w+)\\s*(?::[^=;,{}]*)?[=:]\\s*(?:await\\s+)?${GETTER.source}`,
  'g',
);
const AT_ONCE = new RegExp(`${GETTER.source}\\(\\s*'([^']+)'`, 'g');

/** Literal keys that a file asks of a namespace. */
function keysIn(text: string): { namespace: string; key: string }[] {
  const direct = [...text.matchAll(AT_ONCE)].map(([, namespace = '', key = '']) => ({ namespace, key }));
  const names = Map.groupBy(text.matchAll(NAMED), ([, name]) => name as string);
  const named = [...names].flatMap(([name, uses]) => {
    const namespaces = new Set(uses.map(([, , namespace]) => namespace as string));
    // The same name for two namespaces in one file: the types tell those apart, not this test.
    if (namespaces.size !== 1) return [];
    const calls = new RegExp(`(?<![\\w.])${name}(?:\\.(?:rich|markup|raw|has))?\\(\\s*'([^']+)'`, 'g');
    return [...text.matchAll(calls)].map(([, key = '']) => ({
      namespace: [...namespaces][0] as string,
      key,
    }));
  });
  return [...direct, ...named];
}

const namespaces = Object.keys(MESSAGES.en) as (keyof typeof MESSAGES.en)[];

test('arguments are read out of plurals, choices and tags', () => {
  const message =
    '{n, plural, one {# of {all}} other {<b>{n, number}</b>}} {kind, select, a {x} other {{y}}}';
  expect(argumentsOf(message)).toEqual(['<b>', 'all', 'kind:select', 'n:number', 'n:plural', 'y']);
  expect(keysIn("const t = useTranslations('a'); t('x'); t.rich('y'); translator(l, 'b')('z')")).toEqual([
    { namespace: 'b', key: 'z' },
    { namespace: 'a', key: 'x' },
    { namespace: 'a', key: 'y' },
  ]);
});

describe.each(namespaces)('namespace %s', (namespace) => {
  const english = flat(MESSAGES.en[namespace]);
  const german = flat(MESSAGES.de[namespace]);

  test('says the same in every language', () => {
    expect([...german.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, message] of english) {
      expect(argumentsOf(german.get(key) ?? ''), `${namespace}.${key}`).toEqual(argumentsOf(message));
    }
  });

  test('leaves no message empty', () => {
    const empty = [...english, ...german].filter(([, message]) => message.trim() === '').map(([key]) => key);
    expect(empty).toEqual([]);
  });

  test('holds nothing that is not used', () => {
    const users = sources.filter(({ text }) => new RegExp(`['"]${namespace}['"]`).test(text));
    // A key that is put together at run time could be any.
    const dynamic = users.some(({ text }) => /\b\w+(?:\.rich)?\(\s*`[^`]*\$\{/.test(text));
    const used = (key: string) => {
      const last = key.split('.').at(-1) as string;
      const asked = new RegExp(`['"](?:${key}|${last})['"]|\\.${last}\\b`);
      return sources.some(({ text }) => asked.test(text));
    };
    expect(dynamic ? [] : [...english.keys()].filter((key) => !used(key))).toEqual([]);
  });
});

test('every key that the code asks for exists', () => {
  const missing = sources.flatMap(({ file, text }) =>
    keysIn(text)
      .filter(({ namespace, key }) => {
        const messages = (MESSAGES.en as Record<string, Tree>)[namespace];
        return !messages || !flat(messages).has(key);
      })
      .map(({ namespace, key }) => `${file}: ${namespace}.${key}`),
  );
  expect(missing).toEqual([]);
});
