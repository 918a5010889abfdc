import { Choice } from '#components/search/choice.tsx';
import { Button, LinkButton } from '#components/ui/button.tsx';
import { TextField } from '#components/ui/field.tsx';
import type { PeopleQuery } from '#lib/flows/people-view.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { ROLES } from '#lib/user/schema.ts';

type Filter = Pick<PeopleQuery, 'q' | 'role' | 'state'>;

/** The address of the list of people. */
export function peopleHref({ q, role, state }: Filter, cursor?: string): string {
  const given = Object.entries({ q, role, state, cursor }).filter(([, value]) => value);
  return given.length > 0
    ? `/admin/people?${new URLSearchParams(given as [string, string][])}`
    : '/admin/people';
}

/** A plain form: it works without a script, and what was sought stands in the address. */
export function PeopleSearch({
  filter,
  byAddress,
  locale,
}: {
  filter: Filter;
  byAddress: boolean;
  locale: Locale;
}) {
  const t = translator(locale, 'people');
  return (
    <search>
      <form className="people-search" action="/admin/people" aria-label={t('search')}>
        <TextField
          type="search"
          name="q"
          label={byAddress ? t('soughtWithAddress') : t('sought')}
          defaultValue={filter.q}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <Choice
          name="role"
          label={t('role')}
          any={t('anyRole')}
          value={filter.role}
          options={ROLES.map((role) => [role, t(`roles.${role}`)])}
        />
        <Choice
          name="state"
          label={t('state')}
          any={t('anyState')}
          value={filter.state}
          options={(['active', 'banned'] as const).map((state) => [state, t(`states.${state}`)])}
        />
        <Button type="submit">{t('find')}</Button>
        {filter.q || filter.role || filter.state ? (
          <LinkButton look="quiet" href="/admin/people">
            {t('showAll')}
          </LinkButton>
        ) : null}
      </form>
    </search>
  );
}
