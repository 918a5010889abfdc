import type { ReactNode } from 'react';
import { claimsHref } from '#components/claims/claims-href.ts';
import { historyPath } from '#components/history/paths.ts';
import { Time } from '#components/ui/time.tsx';
import type { Words } from '#components/ui/words.ts';
import { FareStrip } from '#components/verdict/fare.tsx';
import type { ArticlePage } from '#lib/flows/article-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import type { StandingLabel } from '#lib/label/schema.ts';

/** The head of an article: where it comes from, its title, who wrote it when, and how it fared. */
export function ArticleHead({
  article,
  locale,
  words,
  labels = [],
  comments,
  ago,
  children,
}: {
  article: ArticlePage['article'];
  locale: Locale;
  words: Words<'article'>;
  /** Those that stand at its passages. */
  labels?: readonly StandingLabel[];
  /** In the discussion under the article; left out where there is none. */
  comments?: number;
  /** How long ago it changed, on a page that is made for one person. */
  ago?: ReactNode;
  /** What can be done with the article. */
  children?: ReactNode;
}) {
  const { site, url, slug, revision, title, byline, publishedAt, people, fare, lang, state } = article;
  return (
    <header className="article-head">
      <button type="button" className="keys-hint" data-keys="">
        <kbd>?</kbd> {words('keys.hint')}
      </button>
      <ul className="kicker dotted">
        {site ? <li>{site}</li> : null}
        {url ? (
          <li>
            <a href={url} rel="nofollow noopener">
              {words('readOriginal')}
            </a>
          </li>
        ) : null}
        <li className="num">
          {revision.number > 1 ? (
            <>
              {words('revision', { n: revision.number })},{' '}
              {ago
                ? words.rich('revisedAgo', { at: () => ago })
                : words.rich('revised', { at: () => <Time value={revision.capturedAt} locale={locale} /> })}
              ,{' '}
            </>
          ) : null}
          <a href={historyPath(slug)}>{words('history')}</a>
        </li>
        {state === 'open' ? null : <li>{words(`state.${state}`)}</li>}
      </ul>
      <h1 lang={lang} dir="auto">
        {title}
      </h1>
      <ul className="byline dotted">
        {byline ? <li>{words('by', { name: byline })}</li> : null}
        {publishedAt ? (
          <li>
            <Time value={publishedAt} locale={locale} />
          </li>
        ) : null}
        {people > 0 ? <li className="small">{words('checkedBy', { n: people })}</li> : null}
        {comments === undefined ? null : (
          <li className="small">
            {/* On a phone it stands behind everything else. */}
            <a href="#discussion">{words('toDiscussion', { n: comments })}</a>
          </li>
        )}
        {comments === undefined ? null : (
          <li className="small">
            <a href={`/articles/${encodeURIComponent(slug)}/print`}>{words('print')}</a>
          </li>
        )}
      </ul>
      <Topics topics={article.topics} lang={lang} words={words} />
      {children}
      <FareStrip fare={fare} labels={labels} locale={locale} words={words} />
    </header>
  );
}

/** What it is about; each leads to the claims in all articles that are. */
function Topics({ topics, lang, words }: { topics: string[]; lang: string; words: Words<'article'> }) {
  if (topics.length === 0) return null;
  return (
    <ul className="topics" aria-label={words('topics')}>
      {topics.map((topic) => (
        <li key={topic}>
          <a href={claimsHref({ topic })} lang={lang} dir="auto">
            {topic}
          </a>
        </li>
      ))}
    </ul>
  );
}
