import '../styles/listing.css';
import '../styles/sources.css';
import type { Metadata } from 'next';
import { PageList } from '#components/source/page-list.tsx';
import { sourcesHref } from '#components/source/source-href.ts';
import { SourcesForm } from '#components/source/sources-form.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { LinkTabs } from '#components/ui/tabs.tsx';
import { PAGE_SORTS, WORDS_MAX } from '#lib/evidence/page-list/schema.ts';
import type { SearchParams } from '#lib/http/account-page.ts';
import { pageMetadata } from '#lib/http/page-metadata.ts';
import { readSources, type SourcesView } from '#lib/http/sources-page.ts';
import { getLocale } from '#lib/http/viewer.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';

interface Props {
  searchParams: SearchParams;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = translator(await getLocale(), 'sources');
  const hidden = Object.keys(await searchParams).length > 0;
  return pageMetadata({ title: t('title'), description: t('description'), path: '/sources', hidden });
}

export default async function SourcesPage({ searchParams }: Props) {
  const [view, locale] = await Promise.all([readSources(searchParams), getLocale()]);
  const t = translator(locale, 'sources');
  const isWhole = Object.keys(view.filter).length === 0 && !view.isLater;
  return (
    <main id="main" className="column listing-page sources-page">
      <h1>{t('title')}</h1>
      {isWhole && <p className="lede">{t('lede')}</p>}
      <SourcesForm filter={view.filter} sort={view.sort} locale={locale} />
      <LinkTabs
        label={t('order')}
        items={PAGE_SORTS.map((sort) => ({
          href: sourcesHref(view.filter, { sort }),
          label: t(`sorts.${sort}`),
          current: sort === view.sort,
        }))}
      />
      {view.refused ? (
        <Notice tone="error">
          <p>{refusalWords(view.refused, locale)}</p>
        </Notice>
      ) : (
        <Found view={view} locale={locale} />
      )}
    </main>
  );
}

function Found({ view: { filter, sort, found, isLater }, locale }: { view: SourcesView; locale: Locale }) {
  const t = translator(locale, 'sources');
  const isFiltered = Object.keys(filter).length > 0;
  const items = found?.items ?? [];
  return (
    <section className="listing-found" aria-labelledby="list">
      <h2 id="list" className="visually-hidden">
        {t('list')}
      </h2>
      {items.length > 0 ? (
        <PageList pages={items} locale={locale} />
      ) : (
        <Nothing isLater={isLater} isFiltered={isFiltered} locale={locale} />
      )}
      {(found?.nextCursor || isLater) && (
        <nav className="row" aria-label={t('pages')}>
          {found?.nextCursor && (
            <LinkButton rel="next" href={sourcesHref(filter, { sort, cursor: found.nextCursor })}>
              {t(`later.${sort}`)}
            </LinkButton>
          )}
          {isLater && (
            <LinkButton look="quiet" href={sourcesHref(filter, { sort })}>
              {t(`first.${sort}`)}
            </LinkButton>
          )}
        </nav>
      )}
    </section>
  );
}

function Nothing({ isLater, isFiltered, locale }: { isLater: boolean; isFiltered: boolean; locale: Locale }) {
  const t = translator(locale, 'sources');
  if (isLater) return <p className="small">{t('noOlder')}</p>;
  if (!isFiltered)
    return (
      <EmptyState title={t('empty')}>
        <p>{t('emptyNext')}</p>
      </EmptyState>
    );
  return (
    <EmptyState title={t('none')} actions={<LinkButton href="/sources">{t('all')}</LinkButton>}>
      <p>{t('noneNext')}</p>
    </EmptyState>
  );
}

function refusalWords(refused: NonNullable<SourcesView['refused']>, locale: Locale): string {
  const t = translator(locale, 'sources');
  if (refused.why === 'often')
    return translator(locale, 'problems')('too-often', { seconds: refused.seconds });
  return refused.why === 'slow' ? t('slow') : t('wrong', { max: WORDS_MAX });
}
