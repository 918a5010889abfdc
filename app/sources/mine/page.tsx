import '../../styles/person.css';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { SourceNewsList } from '#components/source/source-news.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Problem } from '#lib/errors/problem.ts';
import { listNews } from '#lib/evidence/judging/queries.ts';
import { queryValue, type SearchParams } from '#lib/http/account-page.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';

const PAGE_SIZE = 25;
const PATH = '/sources/mine';

interface Props {
  searchParams: SearchParams;
}

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await getLocale(), 'sources');
  return { title: t('news.title'), robots: { index: false } };
}

/** What became of the sources that somebody gave, until they have seen it. */
export default async function SourceNewsPage({ searchParams }: Props) {
  const [viewer, locale, cursor] = await Promise.all([
    getViewer(),
    getLocale(),
    queryValue(searchParams, 'cursor'),
  ]);
  if (!viewer) redirect(`/sign-in?next=${PATH}`);
  const t = translator(locale, 'sources');
  const page = await readNews(viewer.id, cursor);
  return (
    <main id="main" className="column person">
      <h1>{t('news.title')}</h1>
      {page.items.length === 0 ? (
        <EmptyState
          title={t('news.nothing')}
          actions={<LinkButton href={`/people/${viewer.handle}?tab=sources`}>{t('news.allMine')}</LinkButton>}
        >
          <p>{t('news.lede')}</p>
        </EmptyState>
      ) : (
        <>
          <p>{t('news.lede')}</p>
          <SourceNewsList news={page.items} locale={locale} />
        </>
      )}
      {page.nextCursor && (
        <LinkButton rel="next" href={`${PATH}?cursor=${page.nextCursor}`}>
          {t('news.older')}
        </LinkButton>
      )}
    </main>
  );
}

async function readNews(viewerId: string, cursor: string | undefined) {
  try {
    return await listNews(viewerId, { cursor, limit: PAGE_SIZE });
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid') notFound();
    throw error;
  }
}
