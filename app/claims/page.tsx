import '../styles/listing.css';
import type { Metadata } from 'next';
import { ClaimFilters } from '#components/claims/claim-filters.tsx';
import { ClaimList } from '#components/claims/claim-list.tsx';
import { claimsHref } from '#components/claims/claims-href.ts';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { FareBar, FareLegend } from '#components/verdict/fare.tsx';
import { FoldsNotice } from '#components/verdict/folds-notice.tsx';
import type { SearchParams } from '#lib/http/account-page.ts';
import { type ClaimsView, readClaims } from '#lib/http/claims-page.ts';
import { pageMetadata } from '#lib/http/page-metadata.ts';
import { getLocale } from '#lib/http/viewer.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';

interface Props {
  searchParams: SearchParams;
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const t = translator(await getLocale(), 'claims');
  const hidden = Object.keys(await searchParams).length > 0;
  return pageMetadata({ title: t('title'), description: t('description'), path: '/claims', hidden });
}

export default async function ClaimsPage({ searchParams }: Props) {
  const [view, locale] = await Promise.all([readClaims(searchParams), getLocale()]);
  const t = translator(locale, 'claims');
  const { filter, page, isFirst } = view;
  const here = claimsHref(filter, view.cursor);
  return (
    <main id="main" className="column listing-page search-page">
      <h1>{t('title')}</h1>
      {isFirst && Object.keys(filter).length === 0 && <p className="lede">{t('lede')}</p>}
      <ClaimFilters view={view} locale={locale} />
      <FoldsNotice folds={page.folds} href={here} locale={locale} />
      {page.items.length > 0 && <Counted view={view} locale={locale} />}
      {page.items.length > 0 ? (
        <ClaimList items={page.items} locale={locale} />
      ) : (
        !page.folds.withheld && <Empty view={view} locale={locale} />
      )}
      {(page.nextCursor || !isFirst) && (
        <nav className="row" aria-label={t('pages')}>
          {page.nextCursor && (
            <LinkButton rel="next" href={claimsHref(filter, page.nextCursor)}>
              {t('older')}
            </LinkButton>
          )}
          {!isFirst && (
            <LinkButton look="quiet" href={claimsHref(filter)}>
              {t('newest')}
            </LinkButton>
          )}
        </nav>
      )}
    </main>
  );
}

/** How many claims fit, and what they show. */
function Counted({ view, locale }: { view: ClaimsView; locale: Locale }) {
  const t = translator(locale, 'claims');
  const { claims, more, shown, folded } = view.page.counts;
  const fare = { claims, remarks: 0, shown, folded };
  if (more) return <p className="claims-count">{t('countMore', { n: claims })}</p>;
  return (
    <div className="claims-count">
      <FareBar fare={fare} />
      <FareLegend fare={fare} words={translator(locale, 'article')} />
    </div>
  );
}

function Empty({ view, locale }: { view: ClaimsView; locale: Locale }) {
  const t = translator(locale, 'claims');
  if (!view.isFirst) return <p className="small">{t('noOlder')}</p>;
  if (Object.keys(view.filter).length > 0)
    return (
      <EmptyState actions={<LinkButton href="/claims">{t('all')}</LinkButton>}>
        <p>{t('nothing')}</p>
      </EmptyState>
    );
  return (
    <EmptyState title={t('empty')} actions={<LinkButton href="/">{t('toArticles')}</LinkButton>}>
      <p>{t('emptyNext')}</p>
    </EmptyState>
  );
}
