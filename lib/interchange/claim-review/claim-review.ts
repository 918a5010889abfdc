import type { RulingView } from '#lib/ruling/schema.ts';
import { rating } from '#lib/verdict/verdicts.ts';
import { oneLine, plain } from '../plain.ts';

export const SCHEMA_CONTEXT = 'https://schema.org';

/** A claim with its published ruling, as it goes out. */
export interface Reviewed {
  ruling: RulingView;
  claim: { id: string; statement: string };
  article: {
    slug: string;
    title: string;
    byline: string | null;
    site: string | null;
    lang: string;
    url: string | null;
    publishedAt: string | null;
  };
  /** Whose words it is, where they are not the article's: of a comment on the original. */
  speaker: string | null;
  /** The addresses that the ruling rests on. */
  sources: readonly string[];
  /** The verdict in a word, in the language of the article. */
  verdict: string;
}

/** Who publishes the reviews: this place. */
export interface Publisher {
  /** Its address. */
  base: string;
  name: string;
}

/** Whether a ruling speaks for the claim as it is worded now, and was not taken back. */
export const isReviewed = (ruling: RulingView | null): ruling is RulingView =>
  ruling !== null && ruling.state === 'published' && ruling.current;

const MOST_SOURCES = 100;

/**
 * A ruling as schema.org's ClaimReview, without its context, with all that Google asks of one. Verdicts without a number
 * (unproven, opinion) have a name alone: any number would be taken for a place between true and false.
 */
export function claimReview({ base, name }: Publisher, reviewed: Reviewed) {
  const { ruling, claim, article, sources, verdict } = reviewed;
  const url = `${base}/claims/${claim.id}`;
  const value = rating(ruling.verdict);
  return {
    '@type': 'ClaimReview',
    '@id': `${url}#ruling`,
    url,
    claimReviewed: oneLine(claim.statement),
    reviewRating: {
      '@type': 'Rating',
      ...(value === null ? {} : { ratingValue: value, bestRating: 5, worstRating: 1 }),
      alternateName: verdict,
    },
    itemReviewed: itemReviewed(base, reviewed),
    author: { '@type': 'Organization', name, url: base },
    contributor: people(base, ruling),
    datePublished: ruling.publishedAt,
    dateModified: ruling.correctedAt ?? ruling.publishedAt,
    inLanguage: article.lang,
    ...(ruling.summary ? { reviewBody: plain(ruling.summary) } : {}),
    ...(sources.length > 0 ? { isBasedOn: sources.slice(0, MOST_SOURCES) } : {}),
    ...corrections(ruling),
  };
}

const people = (base: string, { author, approver }: RulingView) =>
  [author, ...(approver ? [approver] : [])].map(({ handle, name }) => ({
    '@type': 'Person',
    name: oneLine(name),
    url: `${base}/people/${handle}`,
  }));

function corrections({ changes }: RulingView) {
  if (changes.length === 0) return {};
  return {
    correction: changes.map(({ reason, at }) => ({
      '@type': 'CorrectionComment',
      text: plain(reason),
      datePublished: at,
    })),
  };
}

/** The claim: who said it, and where it stands. Of a pasted text without an address that is our copy of it. */
function itemReviewed(base: string, { claim, article, speaker }: Reviewed) {
  const said = saidBy(article, speaker);
  const appearance = {
    '@type': 'Article',
    url: article.url ?? `${base}/articles/${encodeURIComponent(article.slug)}`,
    headline: oneLine(article.title),
    ...(article.byline ? { author: { '@type': 'Person', name: oneLine(article.byline) } } : {}),
    ...(article.site ? { publisher: { '@type': 'Organization', name: oneLine(article.site) } } : {}),
    ...(article.publishedAt ? { datePublished: article.publishedAt } : {}),
  };
  return {
    '@type': 'Claim',
    text: oneLine(claim.statement),
    ...(said ? { author: said } : {}),
    ...(article.publishedAt ? { datePublished: article.publishedAt } : {}),
    appearance,
  };
}

function saidBy({ byline, site, url }: Reviewed['article'], speaker: string | null) {
  // Words of somebody unknown are not the site's.
  if (speaker === '') return null;
  const person = speaker ?? byline;
  if (person) return { '@type': 'Person', name: oneLine(person) };
  const organization = site ?? (url && new URL(url).hostname.replace(/^www\./, ''));
  return organization ? { '@type': 'Organization', name: oneLine(organization) } : null;
}

/** Of one page of reviews; the newest first. */
export function dataFeed({ base, name }: Publisher, reviews: ReturnType<typeof claimReview>[]) {
  const changed = reviews.map(({ dateModified }) => dateModified);
  return {
    '@context': SCHEMA_CONTEXT,
    '@type': 'DataFeed',
    '@id': `${base}/feeds/claim-reviews.json`,
    name: `ClaimReview · ${name}`,
    url: `${base}/feeds/claim-reviews.json`,
    publisher: { '@type': 'Organization', name, url: base },
    ...(changed.length > 0 ? { dateModified: changed.toSorted().at(-1) } : {}),
    dataFeedElement: reviews.map((item) => ({
      '@type': 'DataFeedItem',
      '@id': `${item['@id']}-item`,
      dateCreated: item.datePublished,
      dateModified: item.dateModified,
      item: [item],
    })),
  };
}
