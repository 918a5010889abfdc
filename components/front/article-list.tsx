import { Time } from '#components/ui/time.tsx';
import type { Words } from '#components/ui/words.ts';
import { FareBar, FareLegend } from '#components/verdict/fare.tsx';
import type { ArticleListItem } from '#lib/article/schema.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';

interface ArticleListProps {
  articles: ArticleListItem[];
  /** The first one opens the page. */
  withLead: boolean;
  locale: Locale;
}

/** Articles with how they fared, as a newspaper lists them. */
export function ArticleList({ articles, withLead, locale }: ArticleListProps) {
  return (
    <ol className={withLead ? 'articles with-lead' : 'articles'}>
      {articles.map((article) => (
        <li key={article.id}>
          <ArticleEntry article={article} locale={locale} />
        </li>
      ))}
    </ol>
  );
}

function ArticleEntry({ article, locale }: { article: ArticleListItem; locale: Locale }) {
  const words = translator(locale, 'article');
  const { slug, title, byline, lang, excerpt, fare } = article;
  const inOther = lang === locale ? undefined : lang;
  return (
    <article className="entry">
      <div className="entry-words">
        <Kicker article={article} locale={locale} />
        <h2 lang={inOther}>
          <a href={`/articles/${slug}`}>{title}</a>
        </h2>
        {byline && <p className="entry-byline">{words('by', { name: byline })}</p>}
        {excerpt && (
          <p className="entry-excerpt" lang={inOther}>
            {excerpt}
          </p>
        )}
      </div>
      <div className="entry-fare">
        <FareBar fare={fare} />
        <Fared article={article} words={words} locale={locale} />
      </div>
    </article>
  );
}

function Kicker({
  article: { site, publishedAt, createdAt },
  locale,
}: {
  article: ArticleListItem;
  locale: Locale;
}) {
  return (
    <p className="kicker">
      {site && <span>{site}</span>}
      {publishedAt ? (
        <Time value={publishedAt} locale={locale} />
      ) : (
        <span>
          {translator(locale, 'front')('broughtIn')} <Time value={createdAt} locale={locale} />
        </span>
      )}
    </p>
  );
}

/** How the article fared in words, and who looked at it. */
function Fared({
  article,
  words,
  locale,
}: {
  article: ArticleListItem;
  words: Words<'article'>;
  locale: Locale;
}) {
  const t = translator(locale, 'front');
  const { fare, people } = article;
  if (fare.claims + fare.remarks === 0) return <p className="small">{t('noClaims')}</p>;
  return (
    <>
      <FareLegend fare={fare} words={words} />
      {people > 0 && <p className="small">{words('checkedBy', { n: people })}</p>}
    </>
  );
}
