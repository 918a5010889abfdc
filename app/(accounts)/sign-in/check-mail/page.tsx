import { env } from '#lib/env/env.ts';
import { accountMetadata, queryValue, type SearchParams } from '#lib/http/account-page.ts';
import { getLocale } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';

export const generateMetadata = () => accountMetadata((t) => t('checkMail.title'));

const KINDS = ['sign-in', 'reset', 'confirm'] as const;

export default async function CheckMailPage({ searchParams }: { searchParams: SearchParams }) {
  const [locale, asked] = await Promise.all([getLocale(), queryValue(searchParams, 'for')]);
  const t = translator(locale, 'account');
  const kind = KINDS.find((name) => name === asked) ?? 'sign-in';
  return (
    <main id="main" className="column narrow account">
      <h1>{t('checkMail.title')}</h1>
      <div className="stack">
        <p className="lede">{t(`checkMail.${kind}`)}</p>
        <p>{env().smtpUrl ? t('checkMail.nothing') : t('checkMail.noServer')}</p>
      </div>
    </main>
  );
}
