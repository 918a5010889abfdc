import { Choice } from '#components/search/choice.tsx';
import { Narrowing } from '#components/search/narrowing.tsx';
import { SearchLine } from '#components/search/search-line.tsx';
import { Button } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { ClaimFilter } from '#lib/flows/claim-list-view.ts';
import type { ClaimsView } from '#lib/http/claims-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { SOUGHT_MAX } from '#lib/search/schema.ts';
import { CLAIM_STATES } from '#lib/verdict/state.ts';
import { SHOWN } from '#lib/verdict/verdicts.ts';
import { claimsHref } from './claims-href.ts';

interface ClaimFiltersProps {
  view: ClaimsView;
  locale: Locale;
}

/** Plain forms: they work without a script, and what was chosen stands in the address. */
export function ClaimFilters({ view, locale }: ClaimFiltersProps) {
  const t = translator(locale, 'claims');
  return (
    <search>
      <form className="search-form" action="/search" aria-label={t('search')}>
        <input type="hidden" name="kind" value="claim" />
        <SearchLine label={t('search')} find={t('find')} look="plain" maxLength={SOUGHT_MAX} />
      </form>
      <form action="/claims" aria-label={t('filter')}>
        {view.filter.article && <input type="hidden" name="article" value={view.filter.article} />}
        <Choices view={view} locale={locale} />
      </form>
      <Chosen view={view} locale={locale} />
    </search>
  );
}

function Choices({ view: { filter, topics, labels, judges }, locale }: ClaimFiltersProps) {
  const t = translator(locale, 'claims');
  const verdict = translator(locale, 'verdict');
  const offered = filter.topic && !topics.some((name) => isSame(name, filter.topic)) ? [filter.topic] : [];
  return (
    <Narrowing title={t('filter')} open={Object.keys(filter).some((name) => name !== 'article')}>
      <Choice
        name="verdict"
        label={t('verdict')}
        any={t('anyVerdict')}
        value={filter.verdict}
        options={SHOWN.map((shown) => [shown, verdict(shown)])}
      />
      <Choice
        name="state"
        label={t('state')}
        any={t('anyState')}
        value={filter.state}
        options={CLAIM_STATES.map((state) => [state, t(`states.${state}`)])}
      />
      <Choice
        name="label"
        label={t('label')}
        any={t('anyLabel')}
        value={filter.label}
        options={labels.map(({ key, name }) => [key, name[locale]])}
      />
      <Choice
        name="topic"
        label={t('topic')}
        any={t('anyTopic')}
        value={topics.find((name) => isSame(name, filter.topic)) ?? filter.topic}
        options={[...offered, ...topics].map((name) => [name, name])}
      />
      <TextField name="person" label={t('person')} aside={t('personHint')} defaultValue={filter.person} />
      <TextField
        name="claimant"
        label={t('claimant')}
        aside={t('claimantHint')}
        defaultValue={filter.claimant}
      />
      <TextField name="from" type="date" label={t('from')} defaultValue={filter.from} />
      <TextField name="to" type="date" label={t('to')} defaultValue={filter.to} />
      <Button type="submit" look="primary">
        {t('apply')}
      </Button>
      {judges && <p className="small filter-note">{translator(locale, 'folds')('filterState')}</p>}
    </Narrowing>
  );
}

const isSame = (name: string, other: string | undefined) => name.toLowerCase() === other?.toLowerCase();

/** What was chosen, each to be taken away again. */
function Chosen({ view: { filter, article, labels }, locale }: ClaimFiltersProps) {
  const t = translator(locale, 'claims');
  const names = Object.keys(filter) as (keyof ClaimFilter)[];
  if (names.length === 0) return null;
  return (
    <ul className="chosen" aria-label={t('chosen')}>
      {names.map((name) => {
        const value = wordsFor(name);
        return (
          <li key={name}>
            <a
              className="chip"
              href={claimsHref({ ...filter, [name]: undefined })}
              aria-label={t('without', { what: t(name), value })}
            >
              <span aria-hidden="true">
                {t(name)}: <b>{value}</b>
              </span>
              <Icon name="close" />
            </a>
          </li>
        );
      })}
      {names.length > 1 && (
        <li>
          <a href="/claims">{t('all')}</a>
        </li>
      )}
    </ul>
  );

  function wordsFor(name: keyof ClaimFilter): string {
    if (name === 'verdict' && filter.verdict) return translator(locale, 'verdict')(filter.verdict);
    if (name === 'state' && filter.state) return t(`states.${filter.state}`);
    const label = name === 'label' && labels.find(({ key }) => key === filter.label);
    if (label) return label.name[locale];
    return (name === 'article' && article?.title) || (filter[name] ?? '');
  }
}
