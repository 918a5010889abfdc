import { canReadAnnotation } from '#lib/annotation/policy.ts';
import { type AnnotationRow, getAnnotationRow } from '#lib/annotation/queries.ts';
import { faresOf, requireArticleRow } from '#lib/article/queries.ts';
import { env } from '#lib/env/env.ts';
import { Problem } from '#lib/errors/problem.ts';
import { type Locale, pickLocale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { PictureTask } from '#lib/interchange/picture/claim-picture.ts';
import { Press } from '#lib/interchange/press/press.ts';
import { SHOWN, type Shown } from '#lib/verdict/verdicts.ts';

const press = new Press({ longestMs: 15_000, waitingMax: 50 });

/** Pictures by what they show: most of what happens to an article changes none of them. */
const drawn = new Map<string, Uint8Array<ArrayBuffer>>();
const MOST_DRAWN = 200;

interface Picture {
  articleId: string;
  png: Uint8Array<ArrayBuffer>;
}

/** A claim with its verdict, or a remark, as everybody may see it, in the language of its article. */
export async function requireAnnotationPicture(id: string): Promise<Picture> {
  const row = await getAnnotationRow(id);
  if (!row || !canReadAnnotation(null, row)) throw new Problem('not-found', 'There is no such annotation.');
  const article = await requireArticleRow(row.articleId);
  const locale = pickLocale(null, article.lang);
  const png = await draw({
    words: row.statement ?? row.exact,
    lang: article.lang,
    ...standingOf(row, locale),
    under: underOf(article),
    host: hostOf(),
  });
  return { articleId: article.id, png };
}

/** What was taken back shows no verdict, whatever others gave. */
function standingOf(row: AnnotationRow, locale: Locale): Pick<PictureTask, 'look' | 'verdict' | 'note'> {
  if (row.state === 'withdrawn')
    return { look: 'withdrawn', verdict: translator(locale, 'article')('setAside.withdrawn'), note: '' };
  const look = (row.shown as Shown | null) ?? 'remark';
  const isSettled = look !== 'remark' && row.standing === 'settled';
  return {
    look,
    verdict: translator(locale, 'verdict')(look),
    note: isSettled ? translator(locale, 'claims')('states.settled') : '',
  };
}

/** An article with how it fared. */
export async function requireArticlePicture(idOrSlug: string): Promise<Picture> {
  const article = await requireArticleRow(idOrSlug);
  const fare = (await faresOf([article.id])).get(article.id);
  const locale = pickLocale(null, article.lang);
  const verdict = translator(locale, 'verdict');
  const n = fare?.claims ?? 0;
  const counts = SHOWN.flatMap((shown) => {
    const count = fare?.shown[shown] ?? 0;
    return count > 0 ? [`${count} ${verdict(shown)}`] : [];
  });
  const claims = `${n} ${translator(locale, 'article')('claims', { n })}`;
  const png = await draw({
    words: article.title,
    lang: article.lang,
    look: 'article',
    verdict: [claims, ...counts].join(' · '),
    note: '',
    under: [article.byline, article.site].filter(Boolean).join(' · '),
    host: hostOf(),
  });
  return { articleId: article.id, png };
}

const underOf = ({ title, site }: { title: string; site: string | null }) =>
  [title, site].filter(Boolean).join(' · ');

const hostOf = () => new URL(env().url).host;

async function draw(task: PictureTask): Promise<Uint8Array<ArrayBuffer>> {
  const key = JSON.stringify(task);
  const png = drawn.get(key) ?? (await press.run({ kind: 'picture', picture: task }));
  drawn.delete(key);
  drawn.set(key, png);
  if (drawn.size > MOST_DRAWN) drawn.delete(drawn.keys().next().value ?? '');
  return png;
}
