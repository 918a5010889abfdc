import { redirect } from 'next/navigation';
import { PasswordForm } from '#components/account/password-form.tsx';
import { ProfileForm } from '#components/account/profile-form.tsx';
import { SessionsForm } from '#components/account/sessions-form.tsx';
import { Tokens } from '#components/account/tokens.tsx';
import { accountMetadata } from '#lib/http/account-page.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { LOCALES } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { listApiTokens } from '#lib/user/api-token/queries.ts';
import { getOwnUser } from '#lib/user/queries.ts';
import { PASSWORD_MIN } from '#lib/user/schema.ts';

export const generateMetadata = () => accountMetadata((t) => t('settings.title'));

/** Each language in its own words. */
const languages = LOCALES.map((value) => ({
  value,
  label: new Intl.DisplayNames(value, { type: 'language' }).of(value) ?? value,
}));

export default async function SettingsPage() {
  const [viewer, locale] = await Promise.all([getViewer(), getLocale()]);
  if (!viewer) redirect('/sign-in?next=/settings');
  const t = translator(locale, 'account');
  const [user, tokens] = await Promise.all([getOwnUser(viewer), listApiTokens(viewer)]);
  const state = user.confirmed ? t('settings.confirmed') : t('settings.unconfirmed');
  return (
    <main id="main" className="column account">
      <h1>{t('settings.title')}</h1>
      <section aria-labelledby="profile">
        <h2 id="profile">{t('settings.profile')}</h2>
        <p>
          {t('settings.address', { email: user.email })} <span className="tag">{state}</span>
        </p>
        <ProfileForm user={user} languages={languages} />
      </section>
      <section aria-labelledby="password">
        <h2 id="password">{t('settings.password')}</h2>
        <PasswordForm hasPassword={user.hasPassword} email={user.email} passwordMin={PASSWORD_MIN} />
      </section>
      <section aria-labelledby="tokens">
        <h2 id="tokens">{t('settings.tokens')}</h2>
        <Tokens tokens={tokens} locale={locale} />
      </section>
      <section aria-labelledby="sessions">
        <h2 id="sessions">{t('settings.sessions')}</h2>
        <p>{t('settings.sessionsLede')}</p>
        <SessionsForm />
      </section>
    </main>
  );
}
