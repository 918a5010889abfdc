import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { LinkTabs } from '#components/ui/tabs.tsx';
import type { SearchView } from '#lib/http/search-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { SEARCH_KINDS, SOUGHT_MAX } from '#lib/search/schema.ts';
import { SHOWN } from '#lib/verdict/verdicts.ts';
import { Choice } from './choice.tsx';
import { Narrowing } from './narrowing.tsx';
import { searchHref } from './search-href.ts';
import { SearchLine } from './search-line.tsx';

interface SearchFormProps {
  view: SearchView;
  locale: Locale;
}

/** A plain form: it works without a script, and what was sought stands in the address. */
export function SearchForm({ view, locale }: SearchFormProps) {
  const t = translator(locale, 'search');
  const { typed, filter } = view;
  return (
    <search>
      <form className="search-form" action="/search" aria-label={t('title')}>
        <SearchLine
          label={t('sought')}
          find={t('find')}
          defaultValue={typed}
          maxLength={SOUGHT_MAX}
          aria-keyshortcuts="/"
          data-search-field=""
        />
        {filter.kind && <input type="hidden" name="kind" value={filter.kind} />}
        {filter.article && <input type="hidden" name="article" value={filter.article} />}
        <Filters view={view} locale={locale} />
      </form>
      {typed !== '' && (
        <LinkTabs
          label={t('kind')}
          items={[undefined, ...SEARCH_KINDS].map((kind) => ({
            href: searchHref(typed, { ...filter, kind }),
            label: t(`kinds.${kind ?? 'all'}`),
            current: kind === filter.kind,
          }))}
        />
      )}
      <OneArticle view={view} locale={locale} />
    </search>
  );
}

function Filters({ view: { filter, languages, judges }, locale }: SearchFormProps) {
  const t = translator(locale, 'search');
  const verdict = translator(locale, 'verdict');
  const names = new Intl.DisplayNames(locale, { type: 'language' });
  const { lang, from, to } = filter;
  return (
    <Narrowing title={t('filter')} open={Boolean(lang ?? filter.verdict ?? from ?? to)} className="in-search">
      <Choice
        name="lang"
        label={t('language')}
        any={t('anyLanguage')}
        value={lang}
        options={[...new Set([...languages, ...(lang ? [lang] : [])])].map((tag) => [tag, names.of(tag)])}
      />
      <Choice
        name="verdict"
        label={t('verdict')}
        any={t('anyVerdict')}
        value={filter.verdict}
        options={SHOWN.map((shown) => [shown, verdict(shown)])}
      />
      <TextField name="from" type="date" label={t('from')} defaultValue={from} />
      <TextField name="to" type="date" label={t('to')} defaultValue={to} />
      <Button type="submit">{t('apply')}</Button>
      {judges && <p className="small filter-note">{translator(locale, 'folds')('filter')}</p>}
    </Narrowing>
  );
}

function OneArticle({ view: { typed, filter, article }, locale }: SearchFormProps) {
  const t = translator(locale, 'search');
  if (!article) return null;
  return (
    <p className="search-article">
      <span>
        {t.rich('inArticle', {
          article: () => (
            <a href={`/articles/${article.slug}`} lang={article.lang} dir="auto">
              {article.title}
            </a>
          ),
        })}
      </span>
      <a href={searchHref(typed, { ...filter, article: undefined })}>{t('leaveArticle')}</a>
    </p>
  );
}
