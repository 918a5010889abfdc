'use client';

import type { PersonLine } from '#lib/flows/people-view.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { PersonRow } from './person-row.tsx';

export interface PeopleRights {
  /** Of the one who looks. */
  viewerId: string;
  giveRoles: boolean;
}

/** People, with what can be done about each. */
export function PeopleList({
  people,
  rights,
  locale,
}: {
  people: PersonLine[];
  rights: PeopleRights;
  locale: Locale;
}) {
  return (
    <ul className="people">
      {people.map((person) => (
        <PersonRow key={person.id} person={person} rights={rights} locale={locale} />
      ))}
    </ul>
  );
}
