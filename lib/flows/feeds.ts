import { listNewestClaims } from '#lib/annotation/newest/queries.ts';
import { listArticles } from '#lib/article/queries.ts';
import { newestCapturesOf } from '#lib/article/revision/queries.ts';
import { env } from '#lib/env/env.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { toAtom } from '#lib/interchange/feeds/atom.ts';
import type { Feed, FeedFormat, FeedItem } from '#lib/interchange/feeds/feed.ts';
import { toJsonFeed } from '#lib/interchange/feeds/json-feed.ts';
import { toRss } from '#lib/interchange/feeds/rss.ts';
import { pageOfCorrections, pageOfRulings } from '#lib/ruling/queries.ts';
import type { FeedKind } from './feed-kinds.ts';

/** So many of the newest stand in a feed. */
const ITEMS = 50;

const WRITERS: Record<FeedFormat, (feed: Feed) => string> = { rss: toRss, atom: toAtom, json: toJsonFeed };

/** The pages that show the same. */
const HOMES: Record<FeedKind, string> = {
  articles: '/',
  claims: '/claims',
  rulings: '/rulings',
  corrections: '/corrections',
};

const ITEMS_OF: Record<FeedKind, (locale: Locale) => Promise<FeedItem[]>> = {
  articles: articleItems,
  claims: claimItems,
  rulings: rulingItems,
  corrections: correctionItems,
};

/** One of the feeds, written out. Two queries or three, whatever there is. */
export async function writeFeed(kind: FeedKind, format: FeedFormat, locale: Locale): Promise<string> {
  const t = translator(locale, 'feeds');
  const query = locale === 'en' ? '' : `?lang=${locale}`;
  return WRITERS[format]({
    title: `${t(`kinds.${kind}`)} · Obelus`,
    description: t(`about.${kind}`),
    home: env().url + HOMES[kind],
    self: `${env().url}/feeds/${kind}.${format}${query}`,
    lang: locale,
    items: await ITEMS_OF[kind](locale),
  });
}

async function articleItems(locale: Locale): Promise<FeedItem[]> {
  const { items } = await listArticles({ limit: ITEMS });
  const captured = await newestCapturesOf(items.map(({ id }) => id));
  const words = translator(locale, 'article');
  return items.map(({ id, slug, title, byline, site, excerpt, fare, createdAt, lang }) => {
    const claims = fare.claims > 0 ? `${fare.claims} ${words('claims', { n: fare.claims })}` : '';
    return {
      id,
      url: `${env().url}/articles/${encodeURIComponent(slug)}`,
      title,
      summary: [excerpt, [site, claims].filter(Boolean).join(' · ')].filter(Boolean).join('\n\n'),
      author: byline,
      published: createdAt,
      updated: captured.get(id) ?? createdAt,
      tags: [],
      lang,
    };
  });
}

async function claimItems(locale: Locale): Promise<FeedItem[]> {
  const t = translator(locale, 'feeds');
  const verdict = translator(locale, 'verdict');
  return (await listNewestClaims(ITEMS)).map(
    ({ id, statement, exact, shown, author, article, ...times }) => ({
      id,
      url: `${env().url}/claims/${id}`,
      title: statement,
      summary: t('claimSummary', { verdict: verdict(shown), words: exact, title: article.title }),
      author,
      published: times.createdAt.toISOString(),
      updated: times.changedAt.toISOString(),
      tags: [verdict(shown)],
      lang: article.lang,
    }),
  );
}

async function rulingItems(locale: Locale): Promise<FeedItem[]> {
  const t = translator(locale, 'feeds');
  const verdict = translator(locale, 'verdict');
  const { items } = await pageOfRulings({ state: 'published', limit: ITEMS });
  return items.map(({ ruling, claim, article }) => ({
    id: ruling.id,
    url: `${env().url}/claims/${claim.id}`,
    title: t('ruled', { verdict: verdict(ruling.verdict), statement: claim.statement || claim.exact }),
    summary: [ruling.summary, t('inArticle', { title: article.title })].filter(Boolean).join('\n\n'),
    author: ruling.author.name,
    published: ruling.publishedAt,
    updated: ruling.correctedAt ?? ruling.publishedAt,
    tags: [verdict(ruling.verdict)],
    lang: article.lang,
  }));
}

async function correctionItems(locale: Locale): Promise<FeedItem[]> {
  const t = translator(locale, 'feeds');
  const verdict = translator(locale, 'verdict');
  const { items } = await pageOfCorrections({ limit: ITEMS });
  return items.map((change) => ({
    id: change.id,
    url: `${env().url}/claims/${change.annotationId}`,
    title: t(`changed.${change.kind}`, { statement: change.statement }),
    summary: [change.reason, t('before', { verdict: verdict(change.verdictBefore) })]
      .filter(Boolean)
      .join('\n\n'),
    author: change.by.name,
    published: change.at,
    updated: change.at,
    tags: [],
    lang: change.article.lang,
  }));
}
