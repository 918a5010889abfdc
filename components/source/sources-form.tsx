import { Choice } from '#components/search/choice.tsx';
import { Narrowing } from '#components/search/narrowing.tsx';
import { SearchLine } from '#components/search/search-line.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { NAMED_MAX, PAGE_STATES, type PageSort } from '#lib/evidence/page-list/schema.ts';
import { STANCES } from '#lib/evidence/schema.ts';
import type { SourcesFilter } from '#lib/http/sources-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';

/** Narrows the list down: a plain form that works without a script. */
export function SourcesForm({
  filter,
  sort,
  locale,
}: {
  filter: SourcesFilter;
  sort: PageSort;
  locale: Locale;
}) {
  const t = translator(locale, 'sources');
  return (
    <search>
      <form className="search-form" action="/sources" aria-label={t('filter')}>
        <SearchLine label={t('sought')} find={t('find')} defaultValue={filter.q} maxLength={NAMED_MAX} />
        {sort !== 'newest' && <input type="hidden" name="sort" value={sort} />}
        <Narrowing
          title={t('filter')}
          open={Boolean(filter.site ?? filter.stance ?? filter.state)}
          className="in-sources"
        >
          <Fields filter={filter} locale={locale} />
        </Narrowing>
      </form>
    </search>
  );
}

function Fields({ filter, locale }: { filter: SourcesFilter; locale: Locale }) {
  const t = translator(locale, 'sources');
  return (
    <>
      <TextField
        name="site"
        label={t('site')}
        defaultValue={filter.site}
        maxLength={NAMED_MAX}
        placeholder={t('siteHint')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
      />
      <Choice
        name="stance"
        label={t('stance')}
        any={t('anyStance')}
        value={filter.stance}
        options={STANCES.map((stance) => [stance, t(`stances.${stance}`)])}
      />
      <Choice
        name="state"
        label={t('state')}
        any={t('anyState')}
        value={filter.state}
        options={PAGE_STATES.map((state) => [state, t(`states.${state}`)])}
      />
      <Button type="submit">{t('apply')}</Button>
    </>
  );
}
