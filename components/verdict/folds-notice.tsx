import { LinkButton } from '#components/ui/button.tsx';
import { Icon } from '#components/ui/icon.tsx';
import type { Folds } from '#lib/assessment/reveal/schema.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { revealHref } from './reveal-href.ts';

interface FoldsNoticeProps {
  folds: Folds;
  /** Of the page that is shown. */
  href: string;
  locale: Locale;
}

/** Above a list: of how many claims it is not told what others made of them, and the way to see that; or that it was shown. */
export function FoldsNotice({ folds: { folded, revealed, withheld }, href, locale }: FoldsNoticeProps) {
  const t = translator(locale, 'folds');
  if (folded + revealed === 0 && !withheld) return null;
  const asks = folded > 0 || withheld;
  return (
    <aside className="folds" aria-label={t('label')}>
      <Icon name="folded" />
      <div>
        {revealed > 0 && <p>{t('revealed', { n: revealed })}</p>}
        {asks && <p>{withheld ? t('withheld') : t('folded', { n: folded })}</p>}
        {asks && <p className="small">{t('kept')}</p>}
      </div>
      {asks && (
        <LinkButton href={revealHref(href)} rel="nofollow">
          {t('show')}
        </LinkButton>
      )}
    </aside>
  );
}
