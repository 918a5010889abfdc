import { DeadLink } from '#components/account/dead-link.tsx';
import { LinkForm } from '#components/account/link-form.tsx';
import { accountMetadata, nextOf, queryValue, type SearchParams, withNext } from '#lib/http/account-page.ts';
import { getLocale } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';
import { getMailTokenAddress } from '#lib/user/mail-token/queries.ts';

export const generateMetadata = () => accountMetadata((t) => t('link.title'));

export default async function SignInLinkPage({ searchParams }: { searchParams: SearchParams }) {
  const [locale, next, token = ''] = await Promise.all([
    getLocale(),
    nextOf(searchParams),
    queryValue(searchParams, 'token'),
  ]);
  const t = translator(locale, 'account');
  const email = await getMailTokenAddress('sign-in', token);
  if (!email) return <DeadLink t={t} again={{ href: withNext('/sign-in', next), words: t('link.again') }} />;
  return (
    <main id="main" className="column narrow account">
      <h1>{t('link.title')}</h1>
      <div className="stack">
        <p className="lede">{t('link.lede', { email })}</p>
        <LinkForm token={token} next={next} />
      </div>
    </main>
  );
}
