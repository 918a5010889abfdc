import { redirect } from 'next/navigation';
import { SignUpForm } from '#components/account/sign-up-form.tsx';
import { accountMetadata, nextOf, type SearchParams, withNext } from '#lib/http/account-page.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';
import { getSetting } from '#lib/settings/queries.ts';
import { PASSWORD_MIN } from '#lib/user/schema.ts';

export const generateMetadata = () => accountMetadata((t) => t('signUp.title'));

export default async function SignUpPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, locale, next, open] = await Promise.all([
    getViewer(),
    getLocale(),
    nextOf(searchParams),
    getSetting('users.sign-up'),
  ]);
  if (viewer) redirect(next);
  const t = translator(locale, 'account');
  return (
    <main id="main" className="column narrow account">
      <h1>{open ? t('signUp.title') : t('signUp.closedTitle')}</h1>
      <div className="stack">
        <p className="lede">{open ? t('signUp.lede') : t('signUp.closed')}</p>
        {open ? <SignUpForm next={next} passwordMin={PASSWORD_MIN} /> : null}
        <p className="aside-line">
          {t('signUp.haveAccount')} <a href={withNext('/sign-in', next)}>{t('signIn.title')}</a>
        </p>
      </div>
    </main>
  );
}
