import { Button } from '#components/ui/button.tsx';
import { formatTime } from '#components/ui/time.tsx';
import type { HistoryPage } from '#lib/flows/history-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { historyPath } from './paths.ts';

/** Chooses two revisions to be compared: a form that needs no script. */
export function CompareForm({ page, locale }: { page: HistoryPage; locale: Locale }) {
  const t = translator(locale, 'history');
  const { revisions, newest, compared, article } = page;
  if (newest < 2) return null;
  const [from, to] = compared ? [compared.from.number, compared.to.number] : [newest - 1, newest];
  const shown = [...revisions.map(({ number, capturedAt }) => ({ number, capturedAt }))];
  for (const one of compared ? [compared.from, compared.to] : []) {
    if (!shown.some(({ number }) => number === one.number)) shown.push(one);
  }
  const options = shown.map(({ number, capturedAt }) => (
    <option key={number} value={number}>
      {`${t('revision', { n: number })} · ${formatTime(capturedAt, locale, true)}`}
    </option>
  ));
  return (
    <form className="compare-form" action={historyPath(article.slug)} aria-label={t('compareTwo')}>
      <label>
        <span>{t('compareFrom')}</span>
        <select className="input" name="from" defaultValue={from}>
          {options}
        </select>
      </label>
      <label>
        <span>{t('compareTo')}</span>
        <select className="input" name="to" defaultValue={to}>
          {options}
        </select>
      </label>
      <Button type="submit">{t('compare')}</Button>
    </form>
  );
}
