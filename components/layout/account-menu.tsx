import { Avatar } from '#components/ui/avatar.tsx';
import { Menu } from '#components/ui/menu.tsx';
import { NEWS_COUNT_MAX } from '#lib/evidence/judging/holding.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { COUNT_MAX } from '#lib/moderation/queue/schema.ts';
import { canReadDrafts } from '#lib/ruling/policy.ts';
import { canChangeSettings, canListPeople, canReadOutbox } from '#lib/user/policy.ts';
import type { Actor } from '#lib/user/schema.ts';

const counted = (news: number) => (news > NEWS_COUNT_MAX ? `${NEWS_COUNT_MAX}+` : news);

interface AccountMenuProps {
  viewer: Actor;
  /** How much waits for moderators; null for everybody else. */
  waiting: number | null;
  /** Of how many of their sources they have something to hear. */
  news: number;
  /** How many drafts of rulings were sent back to them. */
  returned: number;
  locale: Locale;
}

export function AccountMenu({ viewer, waiting, news, returned, locale }: AccountMenuProps) {
  const t = translator(locale, 'common');
  const words = translator(locale, 'layout');
  const account = translator(locale, 'account');
  return (
    <Menu
      label={
        <>
          <Avatar name={viewer.name} small />
          <span className="visually-hidden">{`${words('account')}: ${viewer.name}`}</span>
          <span className="wide-words" aria-hidden="true">
            {viewer.name}
          </span>
          {waiting === null ? null : (
            // The queue keeps it up to date while it is open.
            <span className="badge num" hidden={waiting === 0}>
              <span data-waiting="">{waiting >= COUNT_MAX ? `${COUNT_MAX}+` : waiting}</span>
              <span className="visually-hidden"> {words('waiting')}</span>
            </span>
          )}
          {news + returned > 0 ? (
            <span className="badge news num">
              {counted(news + returned)}
              <span className="visually-hidden"> {words('newsWaiting')}</span>
            </span>
          ) : null}
        </>
      }
    >
      <p className="who small">{viewer.name}</p>
      <a href={`/people/${viewer.handle}`}>{words('profile')}</a>
      {news > 0 ? (
        <a href="/sources/mine">
          {words('sourceNews')} <span className="count num">{counted(news)}</span>
        </a>
      ) : null}
      {waiting === null ? null : (
        <a href="/admin/queue">
          {words('queue')}{' '}
          <span className="count num" data-waiting="">
            {waiting >= COUNT_MAX ? `${COUNT_MAX}+` : waiting}
          </span>
        </a>
      )}
      {canReadDrafts(viewer) ? (
        <a href="/rulings">
          {translator(locale, 'ruling')('desk.menu')}{' '}
          {returned > 0 ? (
            <span className="count num">
              {returned}
              <span className="visually-hidden"> {words('sentBack')}</span>
            </span>
          ) : null}
        </a>
      ) : null}
      {canListPeople(viewer) ? <a href="/admin/people">{words('people')}</a> : null}
      {canChangeSettings(viewer) ? <a href="/admin/settings">{words('placeSettings')}</a> : null}
      {canReadOutbox(viewer) ? <a href="/admin/outbox">{account('outbox.title')}</a> : null}
      <a href="/settings">{words('settings')}</a>
      <a href="/sign-out">{t('signOut')}</a>
    </Menu>
  );
}
