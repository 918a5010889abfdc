import { speakersOf } from '#lib/annotation/speaker/queries.ts';
import { WITHHELD } from '#lib/annotation/withheld/words.ts';
import { env } from '#lib/env/env.ts';
import { listSourceUrls } from '#lib/evidence/queries.ts';
import { pickLocale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import {
  claimReview,
  dataFeed,
  isReviewed,
  type Reviewed,
  SCHEMA_CONTEXT,
} from '#lib/interchange/claim-review/claim-review.ts';
import { pageOfRulings } from '#lib/ruling/queries.ts';
import type { Verdict } from '#lib/verdict/verdicts.ts';
import type { ClaimPage } from './claim-page.ts';

/** So many reviews stand on a page of the data feed. */
const PAGE_SIZE = 100;

const publisher = () => ({ base: env().url, name: `Obelus · ${new URL(env().url).host}` });

const verdictIn = (lang: string, verdict: Verdict) => translator(pickLocale(null, lang), 'verdict')(verdict);

/** What the page of a claim says of its ruling to machines; null where none speaks for it, or what is claimed cannot be told. */
export function reviewOf({ annotation, article, original }: ClaimPage) {
  const { ruling, state, statement, sources, target } = annotation;
  const isOpen = state === 'active' || state === 'withdrawn';
  if (!isReviewed(ruling) || !isOpen || statement === WITHHELD) return null;
  const rests = new Set(ruling.sourceIds);
  const reviewed: Reviewed = {
    ruling,
    claim: { id: annotation.id, statement: statement ?? target.exact },
    article,
    speaker: original?.author ?? null,
    sources: sources.filter(({ id }) => rests.has(id)).map(({ url }) => url),
    verdict: verdictIn(article.lang, ruling.verdict),
  };
  return { '@context': SCHEMA_CONTEXT, ...claimReview(publisher(), reviewed) };
}

/** The published rulings as a feed of ClaimReviews, a page at a time. Three queries, whatever there is. */
export async function claimReviewFeed(cursor: string | undefined) {
  const { items, nextCursor } = await pageOfRulings({ state: 'published', cursor, limit: PAGE_SIZE });
  const reviewed = items.filter(({ ruling, claim }) => isReviewed(ruling) && claim.statement !== WITHHELD);
  const [urls, speakers] = await Promise.all([
    listSourceUrls(reviewed.flatMap(({ ruling }) => ruling.sourceIds)),
    speakersOf(reviewed.map(({ claim }) => claim.id)),
  ]);
  const reviews = reviewed.map(({ ruling, claim, article }) =>
    claimReview(publisher(), {
      ruling,
      claim: { id: claim.id, statement: claim.statement || claim.exact },
      article,
      speaker: speakers.get(claim.id) ?? null,
      sources: ruling.sourceIds.flatMap((id) => urls.get(id) ?? []),
      verdict: verdictIn(article.lang, ruling.verdict),
    }),
  );
  return { feed: dataFeed(publisher(), reviews), nextCursor };
}
