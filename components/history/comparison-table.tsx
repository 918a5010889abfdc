import { formatTime } from '#components/ui/time.tsx';
import type { HistoryPage } from '#lib/flows/history-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { SideDrawer } from './diff-html.ts';
import { DiffTable } from './diff-table.tsx';
import { HeadDifference, headLines } from './head-difference.tsx';

type Compared = NonNullable<HistoryPage['compared']>;

/** Two revisions side by side, word by word. */
export function ComparisonTable({
  compared,
  lang,
  locale,
}: {
  compared: Compared;
  lang: string;
  locale: Locale;
}) {
  const t = translator(locale, 'history');
  const { from, to, comparison } = compared;
  const headDiffers = headLines(from.head, to.head, lang, locale).length > 0;
  const differs = comparison.changed + comparison.moved > 0;
  return (
    <section className="comparison" id="compared" aria-labelledby="compared-title">
      <h2 id="compared-title">{t('compared', { from: from.number, to: to.number })}</h2>
      <p className="small">
        {comparison.changed > 0 && `${t('changedParagraphs', { n: comparison.changed })} `}
        {comparison.moved > 0 && `${t('movedParagraphs', { n: comparison.moved })} `}
        {!differs && `${t(headDiffers ? 'sameText' : 'same')} `}
        {(differs || headDiffers) &&
          t.rich('legend', {
            del: (words) => <del>{words}</del>,
            ins: (words) => <ins>{words}</ins>,
          })}
      </p>
      <HeadDifference from={from.head} to={to.head} lang={lang} locale={locale} />
      {differs && <Rows compared={compared} lang={lang} locale={locale} />}
      {comparison.leftOut > 0 && <p>{t('leftOut', { n: comparison.leftOut })}</p>}
    </section>
  );
}

function Rows({ compared, lang, locale }: { compared: Compared; lang: string; locale: Locale }) {
  const t = translator(locale, 'history');
  const { from, to, comparison } = compared;
  const words = { card: translator(locale, 'card'), verdict: translator(locale, 'verdict') };
  const head = ({ number, capturedAt }: Compared['from']) =>
    t('side', { n: number, date: formatTime(capturedAt, locale, true) });
  return (
    <DiffTable
      rows={comparison.rows}
      sides={[new SideDrawer(from, words), new SideDrawer(to, words)]}
      heads={[head(from), head(to)]}
      langs={[lang, lang]}
      locale={locale}
    />
  );
}
