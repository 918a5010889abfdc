import type { ReactNode } from 'react';
import { DECISION_ICONS } from '#components/moderation/decision-icons.ts';
import { reasonWords } from '#components/moderation/reasons.ts';
import { classNames } from '#components/ui/class-names.ts';
import { Icon } from '#components/ui/icon.tsx';
import { formatTime } from '#components/ui/time.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { LogEntry } from '#lib/moderation/schema.ts';
import type { Person } from '#lib/user/schema.ts';

/** Hours and minutes are the same in both languages. */
const clock = (at: string) => at.slice(11, 16);

/** One decision: when, by whom, to what and whose, where, and why. */
export function LogLine({ entry, locale }: { entry: LogEntry; locale: Locale }) {
  const t = translator(locale, 'log');
  const { action, article, reason, undoneBy, createdAt, reports } = entry;
  return (
    <li id={`action-${entry.id}`} className={classNames('log-line', `did-${action}`, undoneBy && 'undone')}>
      <time dateTime={createdAt} title={formatTime(createdAt, locale, true)}>
        {clock(createdAt)}
      </time>
      <Icon name={DECISION_ICONS[action]} />
      <div>
        <p className="log-did">
          {undoneBy ? <s>{sentence(entry, locale)}</s> : sentence(entry, locale)}
          {article ? (
            <span className="log-where">
              {' '}
              {t.rich('under', {
                article: () => (
                  <a
                    href={`/articles/${article.slug}`}
                    lang={article.lang === locale ? undefined : article.lang}
                  >
                    {article.title}
                  </a>
                ),
              })}
            </span>
          ) : null}
        </p>
        {reason === '' ? null : (
          <p className="log-reason" dir="auto">
            {reasonWords(translator(locale, 'moderation'), reason)}
          </p>
        )}
        <p className="log-tags">
          {reports > 0 ? <span className="tag">{t('reports', { n: reports })}</span> : null}
          {undoneBy ? (
            <span className="tag">{t.rich('undoneBy', { who: () => <PersonLink person={undoneBy} /> })}</span>
          ) : null}
        </p>
      </div>
    </li>
  );
}

function sentence(entry: LogEntry, locale: Locale): ReactNode {
  const t = translator(locale, 'log');
  const { action, undoes, target, kind, moderator, href } = entry;
  const parts = {
    thing: (words: ReactNode) => (href && target !== 'user' ? <a href={href}>{words}</a> : words),
    by: () => <PersonLink person={moderator} />,
    whom: () => <Whom entry={entry} locale={locale} />,
  };
  // One value under two names: the thing for the choice of the word, and the tag around the word.
  const of = { ...parts, kind: NAMED[target] ?? kind ?? 'remark' };
  if (action !== 'undo') return t.rich(`did.${action}`, of);
  const first = undoes?.action;
  return first && first !== 'undo' ? t.rich(`tookBack.${first}`, of) : null;
}

/** What is called by what it is; an annotation by its kind. */
const NAMED: Partial<Record<LogEntry['target'], string>> = {
  comment: 'comment',
  'exhibit-comment': 'original',
};

function Whom({ entry: { person, guest, target }, locale }: { entry: LogEntry; locale: Locale }) {
  const t = translator(locale, 'log');
  if (target === 'exhibit-comment') return <b dir="auto">{guest?.name ?? t('unnamed')}</b>;
  if (person) return <PersonLink person={person} />;
  return <b>{guest ? t('guest', { name: guest.name }) : t('former')}</b>;
}

function PersonLink({ person }: { person: Person }) {
  return <a href={`/people/${person.handle}`}>{person.name}</a>;
}
