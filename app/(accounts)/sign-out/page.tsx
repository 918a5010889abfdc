import { SignOutForm } from '#components/account/sign-out-form.tsx';
import { accountMetadata } from '#lib/http/account-page.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';

export const generateMetadata = () => accountMetadata((t) => t('signOut.title'));

export default async function SignOutPage() {
  const [viewer, locale] = await Promise.all([getViewer(), getLocale()]);
  const t = translator(locale, 'account');
  return (
    <main id="main" className="column narrow account">
      <h1>{t('signOut.title')}</h1>
      <div className="stack">
        <p className="lede">{viewer ? t('signOut.lede', { name: viewer.name }) : t('signOut.done')}</p>
        {viewer ? <SignOutForm /> : null}
      </div>
    </main>
  );
}
