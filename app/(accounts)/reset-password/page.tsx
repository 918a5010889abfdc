import { DeadLink } from '#components/account/dead-link.tsx';
import { ResetForm } from '#components/account/reset-form.tsx';
import { accountMetadata, queryValue, type SearchParams } from '#lib/http/account-page.ts';
import { getLocale } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';
import { getMailTokenAddress } from '#lib/user/mail-token/queries.ts';
import { PASSWORD_MIN } from '#lib/user/schema.ts';

export const generateMetadata = () => accountMetadata((t) => t('reset.title'));

export default async function ResetPasswordPage({ searchParams }: { searchParams: SearchParams }) {
  const [locale, token = ''] = await Promise.all([getLocale(), queryValue(searchParams, 'token')]);
  const t = translator(locale, 'account');
  const email = await getMailTokenAddress('reset', token);
  if (!email) return <DeadLink t={t} again={{ href: '/forgot-password', words: t('link.again') }} />;
  return (
    <main id="main" className="column narrow account">
      <h1>{t('reset.title')}</h1>
      <div className="stack">
        <p className="lede">{t('reset.lede', { email })}</p>
        <ResetForm token={token} email={email} passwordMin={PASSWORD_MIN} />
      </div>
    </main>
  );
}
