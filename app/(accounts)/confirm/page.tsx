import { ConfirmForm } from '#components/account/confirm-form.tsx';
import { DeadLink } from '#components/account/dead-link.tsx';
import { accountMetadata, queryValue, type SearchParams } from '#lib/http/account-page.ts';
import { getLocale } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';
import { getMailTokenAddress } from '#lib/user/mail-token/queries.ts';

export const generateMetadata = () => accountMetadata((t) => t('confirm.title'));

export default async function ConfirmPage({ searchParams }: { searchParams: SearchParams }) {
  const [locale, token = ''] = await Promise.all([getLocale(), queryValue(searchParams, 'token')]);
  const t = translator(locale, 'account');
  const email = await getMailTokenAddress('confirm', token);
  if (!email) return <DeadLink t={t} again={{ href: '/sign-up', words: t('confirm.again') }} />;
  return (
    <main id="main" className="column narrow account">
      <h1>{t('confirm.title')}</h1>
      <div className="stack">
        <p className="lede">{t('confirm.lede', { email })}</p>
        <ConfirmForm token={token} email={email} />
      </div>
    </main>
  );
}
