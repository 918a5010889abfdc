'use client';

import { useTranslations } from 'use-intl/react';
import { Button } from '#components/ui/button.tsx';
import { formatTime } from '#components/ui/time.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import type { AuthorFacts } from '#lib/moderation/queue/schema.ts';
import { Activity } from './activity.tsx';
import { DECISION_KEYS, type DeskItem } from './item.ts';
import { countWords } from './queue-nav.tsx';

interface AboutAuthorProps {
  item: DeskItem;
  locale: Locale;
  onBan(): void;
  onUnban(): void;
}

/** What helps to judge the words of an item: who wrote them, what became of their others, and what can be done. */
export function AboutAuthor({ item, locale, onBan, onUnban }: AboutAuthorProps) {
  const t = useTranslations('moderation');
  const { author, guest } = item;
  if (!author)
    return (
      <div className="about-person">
        <h2>{guest ? guest.name : t('former')}</h2>
        {guest ? (
          <>
            <p className="small">{t('person.guestLede')}</p>
            <dl className="person-facts-list">
              <div>
                <dt>{t('person.address')}</dt>
                <dd>{guest.email}</dd>
              </div>
            </dl>
          </>
        ) : null}
      </div>
    );
  const since = formatTime(author.createdAt.slice(0, 10), locale);
  return (
    <div className="about-person">
      <h2>
        <a href={`/people/${author.handle}`}>{author.name}</a>
      </h2>
      <p className="small">
        @{author.handle} · {t('person.since', { date: since })}{' '}
        {author.banned ? <span className="tag bad">{t('isBanned')}</span> : null}
      </p>
      <Facts author={author} />
      {author.newcomer ? <p className="small about-newcomer">{t('person.newcomer')}</p> : null}
      <Days author={author} />
      <h3>{t('person.actions')}</h3>
      <div className="row">
        {author.canBan && !author.banned ? (
          <Button look="danger" onClick={onBan} aria-keyshortcuts={DECISION_KEYS.ban}>
            {t('action.ban')} … <kbd aria-hidden="true">{DECISION_KEYS.ban}</kbd>
          </Button>
        ) : null}
        {author.canBan && author.banned ? <Button onClick={onUnban}>{t('action.unban')}</Button> : null}
        <a className="button quiet" href={`/people/${author.handle}`}>
          {t('person.profile')}
        </a>
      </div>
    </div>
  );
}

function Facts({ author }: { author: AuthorFacts }) {
  const t = useTranslations('moderation');
  const rows = [
    [t('person.comments'), countWords(t, author.comments)],
    [t('person.rejected'), countWords(t, author.rejected)],
    [t('person.hidden'), countWords(t, author.hidden)],
    [t('person.removed'), countWords(t, author.removed)],
    [
      t('person.upheld'),
      author.reports.decided === 0 ? t('person.upheldNone') : t('person.upheldOf', author.reports),
    ],
    [t('person.role'), t(`roles.${author.role}`)],
    [t('person.trust'), t(`trust.${author.trust}`)],
  ];
  return (
    <dl className="person-facts-list num">
      {rows.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Days({ author }: { author: AuthorFacts }) {
  const t = useTranslations('moderation');
  const sum = (of: 'comments' | 'away') => author.days.reduce((all, day) => all + day[of], 0);
  return (
    <>
      <h3>{t('person.days')}</h3>
      <Activity
        days={author.days}
        label={t('person.daysText', { comments: sum('comments'), away: sum('away') })}
      />
    </>
  );
}
