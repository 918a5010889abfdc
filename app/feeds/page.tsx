import '../styles/feeds.css';
import type { Metadata } from 'next';
import { FEED_KINDS } from '#lib/flows/feed-kinds.ts';
import { feedHref } from '#lib/http/feed-links.ts';
import { pageMetadata } from '#lib/http/page-metadata.ts';
import { getLocale } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';
import { FEED_FORMATS } from '#lib/interchange/feeds/feed.ts';

export async function generateMetadata(): Promise<Metadata> {
  const locale = await getLocale();
  const t = translator(locale, 'feeds');
  return pageMetadata({
    title: t('title'),
    description: t('lede'),
    path: '/feeds',
    locale,
    feeds: FEED_FORMATS,
  });
}

export default async function FeedsPage() {
  const locale = await getLocale();
  const t = translator(locale, 'feeds');
  return (
    <main id="main" className="column feeds">
      <header className="stack">
        <h1>{t('title')}</h1>
        <p className="lede">{t('lede')}</p>
      </header>
      <ul className="feed-list">
        {FEED_KINDS.map((kind) => (
          <li key={kind}>
            <h2 id={kind}>{t(`kinds.${kind}`)}</h2>
            <p>{t(`about.${kind}`)}</p>
            <ul className="feed-formats" aria-labelledby={kind}>
              {FEED_FORMATS.map((format) => (
                <li key={format}>
                  <a href={feedHref(kind, format, locale)}>{t(`formats.${format}`)}</a>
                </li>
              ))}
            </ul>
          </li>
        ))}
        <li>
          <h2>{t('claimReviews')}</h2>
          <p>{t('aboutClaimReviews')}</p>
          <p>
            <a href="/feeds/claim-reviews.json">JSON-LD</a>
          </p>
        </li>
      </ul>
    </main>
  );
}
