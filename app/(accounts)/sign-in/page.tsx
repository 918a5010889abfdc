import { redirect } from 'next/navigation';
import { SignInForm } from '#components/account/sign-in-form.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { accountMetadata, nextOf, queryValue, type SearchParams, withNext } from '#lib/http/account-page.ts';
import { listProviders } from '#lib/http/auth/providers.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';

export const generateMetadata = () => accountMetadata((t) => t('signIn.title'));

const REFUSALS = ['banned', 'no-address', 'address-unverified', 'sign-up-closed'] as const;

/** What somebody was about to do who was led here. */
const PURPOSES = ['vote', 'reply', 'report'] as const;

export default async function SignInPage({ searchParams }: { searchParams: SearchParams }) {
  const [viewer, locale, next] = await Promise.all([getViewer(), getLocale(), nextOf(searchParams)]);
  if (viewer) redirect(next);
  const t = translator(locale, 'account');
  const error = await queryValue(searchParams, 'error');
  const asked = await queryValue(searchParams, 'for');
  const purpose = PURPOSES.find((one) => one === asked);
  const refusal = REFUSALS.find((code) => code === error) ?? 'provider';
  return (
    <main id="main" className="column narrow account">
      <h1>{t('signIn.title')}</h1>
      <div className="stack">
        {purpose && !error ? <Notice>{t(`signIn.for.${purpose}`)}</Notice> : null}
        {error ? <Notice tone="error">{t(`refusals.${refusal}`)}</Notice> : null}
        <SignInForm next={next} providers={listProviders()} />
        <p className="aside-line">
          {t('signIn.noAccount')} <a href={withNext('/sign-up', next)}>{t('signUp.title')}</a>
        </p>
      </div>
    </main>
  );
}
