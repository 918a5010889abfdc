import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import type { Viewer } from '#lib/user/schema.ts';

/** A front page without an article says how to get one. */
export function EmptyFront({
  isFirst,
  viewer,
  locale,
}: {
  isFirst: boolean;
  viewer: Viewer;
  locale: Locale;
}) {
  const t = translator(locale, 'front');
  const common = translator(locale, 'common');
  if (!isFirst) {
    return (
      <EmptyState title={t('endTitle')}>
        <p>{t('endText')}</p>
      </EmptyState>
    );
  }
  if (viewer) {
    return (
      <EmptyState
        title={t('emptyTitle')}
        actions={
          <LinkButton look="primary" href="/import">
            {common('import')}
          </LinkButton>
        }
      >
        <p>{t('emptyText')}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('emptyTitle')}
      actions={
        <>
          <LinkButton look="primary" href="/sign-in?next=/import">
            {common('signIn')}
          </LinkButton>
          <LinkButton href="/sign-up?next=/import">{common('signUp')}</LinkButton>
        </>
      }
    >
      <p>{t('emptyGuest')}</p>
    </EmptyState>
  );
}
