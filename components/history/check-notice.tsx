import { Notice } from '#components/ui/notice.tsx';
import { formatTime } from '#components/ui/time.tsx';
import type { CheckView } from '#lib/article/check/queries.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';

const REASONS = ['timeout', 'dns', 'tls', 'refused'] as const;

/** Says that the article cannot be seen at its address any more, or not all of it; nothing while all is well. */
export function CheckNotice({ check, locale }: { check: CheckView | null; locale: Locale }) {
  const t = translator(locale, 'history');
  if (check?.outcome !== 'gone' && check?.outcome !== 'beginning' && check?.outcome !== 'failed') return null;
  const date = formatTime(check.outcomeSince, locale);
  if (check.outcome !== 'failed') return <Notice>{t(check.outcome, { date })}</Notice>;
  const status = /^http-(\d+)$/.exec(check.reason ?? '')?.[1];
  const known = REASONS.find((reason) => reason === check.reason);
  const reason = status ? t('reasons.status', { status }) : t(`reasons.${known ?? 'other'}`);
  return <Notice>{t('failed', { date, reason })}</Notice>;
}
