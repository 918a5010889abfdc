import { ForgotForm } from '#components/account/forgot-form.tsx';
import { accountMetadata } from '#lib/http/account-page.ts';
import { getLocale } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';

export const generateMetadata = () => accountMetadata((t) => t('forgot.title'));

export default async function ForgotPasswordPage() {
  const t = translator(await getLocale(), 'account');
  return (
    <main id="main" className="column narrow account">
      <h1>{t('forgot.title')}</h1>
      <div className="stack">
        <p className="lede">{t('forgot.lede')}</p>
        <ForgotForm />
      </div>
    </main>
  );
}
