import '../styles/listing.css';
import '../styles/search.css';
import type { Metadata } from 'next';
import { Results } from '#components/search/results.tsx';
import { SearchForm } from '#components/search/search-form.tsx';
import { queryValue, type SearchParams } from '#lib/http/account-page.ts';
import { pageMetadata } from '#lib/http/page-metadata.ts';
import { readSearch } from '#lib/http/search-page.ts';
import { getLocale } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';

interface Props {
  searchParams: SearchParams;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = translator(await getLocale(), 'search');
  const q = (await queryValue(searchParams, 'q'))?.trim().slice(0, 60);
  const title = q ? t('titleOf', { q }) : t('title');
  return pageMetadata({ title, description: t('description'), path: '/search', hidden: q !== undefined });
}

export default async function SearchPage({ searchParams }: Props) {
  const [view, locale, cursor] = await Promise.all([
    readSearch(searchParams),
    getLocale(),
    queryValue(searchParams, 'cursor'),
  ]);
  const t = translator(locale, 'search');
  return (
    <main id="main" className="column listing-page search-page">
      <h1>{t('title')}</h1>
      {view.typed === '' && <p className="lede">{t('lede')}</p>}
      <SearchForm view={view} locale={locale} />
      <Results view={view} isLater={cursor !== undefined} locale={locale} />
    </main>
  );
}
