import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { IMPORT_MAX_BYTES, type ImportInput, importInput } from '#lib/article/schema.ts';
import { env } from '#lib/env/env.ts';
import { Problem } from '#lib/errors/problem.ts';
import { decodeText } from '#lib/fetch/charset.ts';
import { publishImport } from '#lib/flows/import-article.ts';
import { getFirstAdmin } from '#lib/user/queries.ts';
import { UsageError } from './command.ts';
import { requirePerson } from './people.ts';

interface Import {
  source: string;
  user?: string | undefined;
  title?: string | undefined;
  byline?: string | undefined;
  site?: string | undefined;
  published?: string | undefined;
  lang?: string | undefined;
  url?: string | undefined;
}

export async function importOne({ source, user, published, ...stated }: Import): Promise<void> {
  const actor = user ? await requirePerson(user) : await getFirstAdmin();
  if (!actor) throw new Problem('not-found', 'There is no admin yet. Say with --user who brings it in.');
  const content = /^https?:\/\//i.test(source) ? { url: source } : await readSource(source);
  const input = checked({ ...stated, publishedAt: published, ...content });
  const { article, created } = await publishImport(actor, input);
  if (!created) process.stderr.write('This article is known already; nothing was changed.\n');
  console.log(`${article.slug} ${env().url}/articles/${encodeURIComponent(article.slug)}`);
}

function checked(given: Record<string, unknown>): ImportInput {
  const result = importInput.safeParse(given);
  if (result.success) return result.data;
  throw new UsageError(
    result.error.issues.map(({ path: [name], message }) => `${String(name)}: ${message}`).join('\n'),
  );
}

/** A file by the kind that its ending tells; a saved page may be in any encoding. */
async function readSource(source: string): Promise<Partial<ImportInput>> {
  const file = path.resolve(process.env.INIT_CWD ?? '.', source);
  const found = await stat(file).catch(() => null);
  if (!found?.isFile()) throw new Problem('not-found', `There is no file ${file}.`);
  if (found.size > IMPORT_MAX_BYTES) throw new Problem('too-large', `${file} is too large for an article.`);
  const bytes = await readFile(file);
  const ending = path.extname(file).toLowerCase();
  if (/^\.x?html?$/.test(ending)) return { html: decodeText(bytes, null, 'text/html').text };
  const { text } = decodeText(bytes, null, 'text/plain');
  if (text.includes('\0')) throw new Problem('binary-text', `${file} is not text.`);
  return ending === '.md' || ending === '.markdown' ? { markdown: text } : { text };
}
