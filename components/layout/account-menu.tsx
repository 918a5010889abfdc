import { Avatar } from '#components/ui/avatar.tsx';
import { Menu } from '#components/ui/menu.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { canReadOutbox } from '#lib/user/policy.ts';
import type { Actor } from '#lib/user/schema.ts';

export function AccountMenu({ viewer, locale }: { viewer: Actor; locale: Locale }) {
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
        </>
      }
    >
      <p className="who small">{viewer.name}</p>
      <a href={`/people/${viewer.handle}`}>{words('profile')}</a>
      {canReadOutbox(viewer) ? <a href="/admin/outbox">{account('outbox.title')}</a> : null}
      <a href="/settings">{words('settings')}</a>
      <a href="/sign-out">{t('signOut')}</a>
    </Menu>
  );
}
