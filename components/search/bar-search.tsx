import { Icon } from '#components/ui/icon.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';

/** The way to the search from any page: a field where there is room, a picture where there is little. */
export function BarSearch({ locale }: { locale: Locale }) {
  const t = translator(locale, 'search');
  return (
    <>
      <search className="bar-search">
        <form action="/search">
          <Icon name="search" />
          <input
            className="input"
            type="search"
            name="q"
            aria-label={t('title')}
            placeholder={t('title')}
            aria-keyshortcuts="/"
            autoComplete="off"
            data-search-field=""
          />
          <kbd aria-hidden="true">/</kbd>
        </form>
      </search>
      <a
        className="button quiet icon-only bar-search-link"
        href="/search"
        aria-label={t('title')}
        data-search-link=""
      >
        <Icon name="search" />
      </a>
    </>
  );
}
