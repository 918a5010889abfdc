import { LinkButton } from '#components/ui/button.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { Role, Viewer } from '#lib/user/schema.ts';

/** In place of the import page for those who may not: how to get there. */
export function ImportGate({ viewer, atLeast, locale }: { viewer: Viewer; atLeast: Role; locale: Locale }) {
  const t = translator(locale, 'import');
  const common = translator(locale, 'common');
  const guest = viewer === null;
  const reason = guest ? t('gateGuest') : viewer.banned ? t('gateBanned') : t(`gateRole.${atLeast}`);
  return (
    <div className="stack">
      <h1>{t('title')}</h1>
      <p className="lede">{reason}</p>
      {guest && atLeast !== 'reader' && <p>{t(`gateRole.${atLeast}`)}</p>}
      <div className="row">
        {guest ? (
          <>
            <LinkButton look="primary" href="/sign-in?next=/import">
              {common('signIn')}
            </LinkButton>
            <LinkButton href="/sign-up?next=/import">{common('signUp')}</LinkButton>
          </>
        ) : (
          <LinkButton href="/">{t('gateRead')}</LinkButton>
        )}
      </div>
    </div>
  );
}
