import { Button, LinkButton } from '#components/ui/button.tsx';
import { Select, TextField } from '#components/ui/field.tsx';
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
        <Select name="role" label={t('role')} defaultValue={filter.role ?? ''}>
          <option value="">{t('anyRole')}</option>
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {t(`roles.${role}`)}
            </option>
          ))}
        </Select>
        <Select name="state" label={t('state')} defaultValue={filter.state ?? ''}>
          <option value="">{t('anyState')}</option>
          <option value="active">{t('states.active')}</option>
          <option value="banned">{t('states.banned')}</option>
        </Select>
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
