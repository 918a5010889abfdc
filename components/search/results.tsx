import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { FoldsNotice } from '#components/verdict/folds-notice.tsx';
import type { Refusal, SearchView } from '#lib/http/search-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { type SearchPage, SOUGHT_MAX, TERMS_MAX } from '#lib/search/schema.ts';
import { Hit } from './hit.tsx';
import { searchHref } from './search-href.ts';

interface ResultsProps {
  view: SearchView;
  /** A later page of them. */
  isLater: boolean;
  locale: Locale;
}

/** What was found, or why nothing was. */
export function Results({ view, isLater, locale }: ResultsProps) {
  const t = translator(locale, 'search');
  const { typed, filter, found, refused } = view;
  if (refused)
    return (
      <Notice tone="error">
        <p>{refusalWords(refused, locale)}</p>
      </Notice>
    );
  if (!found) return <Tips locale={locale} />;
  const count = { n: found.total, more: found.more ? 'yes' : 'no', q: typed };
  const told =
    found.total > 0 ? t('counted', count) : found.folds.withheld ? undefined : t('none', { q: typed });
  return (
    <section className="listing-found" aria-labelledby="results" data-search-told={told}>
      <h2 id="results" className={found.total > 0 ? 'search-told' : 'visually-hidden'}>
        {found.total > 0 ? told : t('results')}
      </h2>
      <FoldsNotice folds={found.folds} href={searchHref(typed, filter, view.cursor)} locale={locale} />
      {found.items.length > 0 && found.fit !== 'all' && <Fitting view={view} found={found} locale={locale} />}
      {found.items.length > 0 ? (
        <ol className="listing">
          {found.items.map((item) => (
            <li key={`${item.kind} ${item.id}`}>
              <Hit item={item} locale={locale} />
            </li>
          ))}
        </ol>
      ) : (
        !found.folds.withheld && <Nothing view={view} isLater={isLater} locale={locale} />
      )}
      {(found.nextCursor || isLater) && (
        <nav className="row" aria-label={t('pages')}>
          {found.nextCursor && (
            <LinkButton rel="next" href={searchHref(typed, filter, found.nextCursor)}>
              {t('more')}
            </LinkButton>
          )}
          {isLater && (
            <LinkButton look="quiet" href={searchHref(typed, filter)}>
              {t('first')}
            </LinkButton>
          )}
        </nav>
      )}
    </section>
  );
}

/** What was found does not hold the very words: how it fits, and what may have been meant. */
function Fitting({
  view: { typed, filter },
  found: { fit, suggestion },
  locale,
}: {
  view: SearchView;
  found: SearchPage;
  locale: Locale;
}) {
  const t = translator(locale, 'search');
  if (fit === 'all') return null;
  return (
    <div>
      {suggestion !== null && suggestion !== typed && (
        <p className="search-meant">
          {t.rich('meant', {
            link: () => (
              <a href={searchHref(suggestion, filter)} dir="auto">
                {suggestion}
              </a>
            ),
          })}
        </p>
      )}
      <p className="small">{t(`fit.${fit}`)}</p>
    </div>
  );
}

function Nothing({ view: { typed, filter }, isLater, locale }: ResultsProps) {
  const t = translator(locale, 'search');
  if (isLater) return <p className="small">{t('noMore')}</p>;
  if (Object.keys(filter).length > 0)
    return (
      <EmptyState
        title={t('noneFiltered', { q: typed })}
        actions={<LinkButton href={searchHref(typed, {})}>{t('withoutFilters')}</LinkButton>}
      />
    );
  return (
    <EmptyState title={t('none', { q: typed })}>
      <p>{t('noneNext')}</p>
    </EmptyState>
  );
}

function Tips({ locale }: { locale: Locale }) {
  const t = translator(locale, 'search');
  return (
    <div className="search-tips small">
      <p>{t('tips')}</p>
      <p className="search-shortcut">{t.rich('shortcut', { key: () => <kbd>/</kbd> })}</p>
    </div>
  );
}

function refusalWords(refused: Refusal, locale: Locale): string {
  const t = translator(locale, 'search');
  if (refused.why === 'often') return t('refused.often', { seconds: refused.seconds });
  if (refused.why === 'long') return t('refused.long', { max: SOUGHT_MAX });
  if (refused.why === 'many') return t('refused.many', { max: TERMS_MAX });
  return t(`refused.${refused.why}`);
}
