import { SideDrawer } from '#components/history/diff-html.ts';
import { DiffTable } from '#components/history/diff-table.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { formatTime } from '#components/ui/time.tsx';
import type { SourcePage } from '#lib/flows/source-page.ts';
import type { ComparedSnapshots } from '#lib/flows/source-pages.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { sourceHref } from './source-href.ts';

/** Two snapshots side by side, word by word. */
export function Compared({ page: { record, compared }, locale }: { page: SourcePage; locale: Locale }) {
  const t = translator(locale, 'sources');
  if (!compared) return null;
  if (compared === 'cannot')
    return (
      <Notice>
        <p>{t('compareNot')}</p>
      </Notice>
    );
  const { from, to, comparison } = compared;
  const [before, after] = [
    formatTime(from.capturedAt, locale, true),
    formatTime(to.capturedAt, locale, true),
  ];
  const words = { card: translator(locale, 'card'), verdict: translator(locale, 'verdict') };
  const drawer = ({ text }: ComparedSnapshots['from']) => new SideDrawer({ text, annotations: [] }, words);
  return (
    <section className="comparison" id="compared" aria-labelledby="compared-title">
      <h2 id="compared-title">{t('compared', { from: before, to: after })}</h2>
      <p className="small">
        {comparison.changed + comparison.moved === 0
          ? t('compareSame')
          : t.rich('compareLegend', {
              del: (words) => <del>{words}</del>,
              ins: (words) => <ins>{words}</ins>,
            })}{' '}
        <a href={sourceHref(record.id)}>{t('closeComparison')}</a>
      </p>
      {comparison.changed + comparison.moved > 0 && (
        <DiffTable
          rows={comparison.rows}
          sides={[drawer(from), drawer(to)]}
          heads={[before, after]}
          langs={[from.lang ?? undefined, to.lang ?? undefined]}
          locale={locale}
        />
      )}
      {comparison.leftOut > 0 && <p>{t('compareLeftOut', { n: comparison.leftOut })}</p>}
    </section>
  );
}
