import './styles/front.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { ArticleList } from '#components/front/article-list.tsx';
import { EmptyFront } from '#components/front/empty-front.tsx';
import { FoldsNotice } from '#components/verdict/folds-notice.tsx';
import { Problem } from '#lib/errors/problem.ts';
import { listArticlesFor } from '#lib/flows/articles.ts';
import type { Reading } from '#lib/flows/folds.ts';
import type { SearchParams } from '#lib/http/account-page.ts';
import { asksToReveal } from '#lib/http/own-choice.ts';
import { pageMetadata } from '#lib/http/page-metadata.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';
import { FEED_FORMATS } from '#lib/interchange/feeds/feed.ts';

const PAGE_SIZE = 20;

interface Props {
  searchParams: SearchParams;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const locale = await getLocale();
  const t = translator(locale, 'front');
  const { cursor } = await searchParams;
  // Pages of a list are not the page itself, and change what they show with every new article.
  const about = {
    title: t('title'),
    description: t('description'),
    path: '/',
    hidden: cursor !== undefined,
    locale,
    feeds: FEED_FORMATS,
  };
  // The layout adds its name to the titles of the pages under it, and this one is beside it.
  return { ...pageMetadata(about), title: `${t('title')} · Obelus` };
}

export default async function FrontPage({ searchParams }: Props) {
  const cursor = [(await searchParams).cursor].flat()[0];
  const [viewer, locale, reveal] = await Promise.all([getViewer(), getLocale(), asksToReveal(searchParams)]);
  const page = await readPage({ viewer, reveal }, cursor);
  const t = translator(locale, 'front');
  const isFirst = cursor === undefined;
  return (
    <main id="main" className="front">
      <header className="front-head">
        <h1>{t('heading')}</h1>
        {!viewer && isFirst && <p className="lede">{t('lede')}</p>}
      </header>
      <FoldsNotice folds={page.folds} href={cursor ? `/?cursor=${cursor}` : '/'} locale={locale} />
      {page.items.length > 0 ? (
        <ArticleList articles={page.items} withLead={isFirst} locale={locale} />
      ) : (
        <EmptyFront isFirst={isFirst} viewer={viewer} locale={locale} />
      )}
      {(page.nextCursor || !isFirst) && (
        <nav className="pages" aria-label={t('pages')}>
          {page.nextCursor && (
            <a className="button" rel="next" href={`/?cursor=${page.nextCursor}`}>
              {t('older')}
            </a>
          )}
          {!isFirst && (
            <a className="button quiet" href="/">
              {t('newest')}
            </a>
          )}
        </nav>
      )}
    </main>
  );
}

async function readPage(reading: Reading, cursor: string | undefined) {
  try {
    return await listArticlesFor(reading, { cursor, limit: PAGE_SIZE });
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid') notFound();
    throw error;
  }
}
