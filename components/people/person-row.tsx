'use client';

import { useState } from 'react';
import { useTranslations } from 'use-intl/react';
import { Avatar } from '#components/ui/avatar.tsx';
import { formatTime } from '#components/ui/time.tsx';
import type { PersonLine } from '#lib/flows/people-view.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { BanButton } from './ban-button.tsx';
import type { PeopleRights } from './people-list.tsx';
import { RoleForm } from './role-form.tsx';

interface PersonRowProps {
  person: PersonLine;
  rights: PeopleRights;
  locale: Locale;
}

/** Somebody: who it is, and their role and account as far as the viewer decides about them. */
export function PersonRow({ person: first, rights, locale }: PersonRowProps) {
  const t = useTranslations('people');
  const [person, setPerson] = useState(first);
  const isYou = person.id === rights.viewerId;
  return (
    <li className="person-row" data-handle={person.handle}>
      <Avatar name={person.name} />
      <About person={person} locale={locale} />
      <div className="person-deeds">
        {isYou ? (
          <p className="small">{t('you')}</p>
        ) : (
          <>
            {rights.giveRoles ? <RoleForm person={person} onChange={setPerson} /> : null}
            {person.canBan ? (
              <BanButton person={person} onChange={setPerson} />
            ) : (
              <p className="small">{t('aboveYou')}</p>
            )}
          </>
        )}
      </div>
    </li>
  );
}

function About({ person, locale }: { person: PersonLine; locale: Locale }) {
  const t = useTranslations('people');
  const { name, handle, email, role, banned, createdAt, comments, rejected, hidden, removed } = person;
  return (
    <div className="person-about-row">
      <p>
        <a className="person-name" href={`/people/${handle}`}>
          {name}
        </a>{' '}
        {role === 'reader' ? null : <span className="tag">{t(`roles.${role}`)}</span>}{' '}
        {banned ? <span className="tag bad">{t('banned')}</span> : null}
      </p>
      <p className="small">
        <span>@{handle}</span>
        {email ? <span>{email}</span> : null}
        <span>{t('since', { date: formatTime(createdAt.slice(0, 10), locale) })}</span>
        <span>{t('facts', { comments, away: rejected + hidden + removed })}</span>
      </p>
    </div>
  );
}
