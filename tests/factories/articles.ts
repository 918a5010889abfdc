import { addArticle } from '#lib/article/mutations.ts';
import { requireArticle } from '#lib/article/queries.ts';
import type { ArticleView } from '#lib/article/schema.ts';
import { fromText } from '#lib/document/from-text.ts';
import { documentText } from '#lib/document/text.ts';
import { annotate } from '#lib/flows/annotate.ts';
import type { AnnotationDetail } from '#lib/flows/annotation-view.ts';
import type { Actor } from '#lib/user/schema.ts';
import { person } from './people.ts';

export const HARBOUR = [
  'The harbour of Lindow froze over for eleven weeks in the winter of 1709. Forty ships lay in the ice.',
  'Bread cost three times as much as in the year before, and the council bought rye in Danzig. 👩‍🚒 helped.',
  'The harbour of Lindow has not frozen since.',
].join('\n\n');

let count = 0;

/** An article in the database. */
export async function article(
  given: { by?: Actor; text?: string; title?: string; url?: string; lang?: string } = {},
): Promise<ArticleView> {
  count += 1;
  const by = given.by ?? (await person());
  const document = fromText(given.text ?? HARBOUR);
  const { id } = await addArticle(by, {
    title: given.title ?? `The winter of ${1700 + count}`,
    byline: null,
    site: null,
    lang: given.lang ?? 'en',
    publishedAt: null,
    url: given.url ?? null,
    canonicalUrl: given.url ?? null,
    document,
    text: documentText(document),
  });
  return requireArticle(id);
}

/** A claim on the first words of an article. */
export async function claim(
  given: { by?: Actor; on?: ArticleView; exact?: string; statement?: string } = {},
): Promise<AnnotationDetail> {
  const by = given.by ?? (await person());
  const on = given.on ?? (await article());
  return annotate(by, on.id, {
    kind: 'claim',
    target: { exact: given.exact ?? 'Forty ships lay in the ice' },
    statement: given.statement ?? 'Forty ships lay in the ice of Lindow in 1709.',
    sources: [],
  });
}
