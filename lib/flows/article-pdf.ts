import { createHash } from 'node:crypto';
import { Problem } from '#lib/errors/problem.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { Press } from '#lib/interchange/press/press.ts';
import { getPrintedArticle } from './print-article.ts';

/** A million letters take two seconds, of a script that has to be joined four, and of Chinese, whose font is in many files, twenty. */
const press = new Press({ longestMs: 120_000, waitingMax: 6 });

/** The last ones, by what they show: most of what happens to an article is not printed. */
const printed = new Map<string, Uint8Array<ArrayBuffer>>();
const MOST_PRINTED = 8;

/** An article with its claims as notes, as everybody can read it, as PDF. */
export async function requireArticlePdf(idOrSlug: string, locale: Locale) {
  const article = await getPrintedArticle(idOrSlug, locale);
  if (!article) throw new Problem('not-found', 'There is no such article.');
  const key = createHash('sha256').update(JSON.stringify(article)).digest('base64url');
  const pdf = printed.get(key) ?? (await press.run({ kind: 'pdf', article }));
  printed.delete(key);
  printed.set(key, pdf);
  if (printed.size > MOST_PRINTED) printed.delete(printed.keys().next().value ?? '');
  return { articleId: article.id, name: `${article.slug}.pdf`, pdf };
}
