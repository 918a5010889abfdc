import { Avatar } from '#components/ui/avatar.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { formatTime } from '#components/ui/time.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { UserView } from '#lib/user/schema.ts';

/** Who it is. */
export function PersonHead({ person, isOwn, locale }: { person: UserView; isOwn: boolean; locale: Locale }) {
  const t = translator(locale, 'person');
  const { name, handle, about, role, createdAt } = person;
  return (
    <header className="person-head">
      <Avatar name={name} />
      <div>
        <h1>{name}</h1>
        <p className="person-facts">
          <span>@{handle}</span>
          {role !== 'reader' && <span className="tag">{t(`roles.${role}`)}</span>}
          <span>{t('joined', { date: formatTime(createdAt.slice(0, 10), locale) })}</span>
        </p>
        {about && <p className="person-about">{about}</p>}
        {isOwn && <LinkButton href="/settings">{t('edit')}</LinkButton>}
      </div>
    </header>
  );
}
