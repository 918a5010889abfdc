import { formatTime } from '#components/ui/time.tsx';
import type { HistoryPage } from '#lib/flows/history-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { drawNew, drawOld, SideDrawer } from './diff-html.ts';
import { HeadDifference, headLines } from './head-difference.tsx';
import { MovedRow } from './moved-row.tsx';

type Compared = NonNullable<HistoryPage['compared']>;

/**
 * Two revisions side by side, word by word. Where there is no room for both, CSS shows the second column alone: what went
 * stands in it too.
 */
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
  const sides = [new SideDrawer(from, words), new SideDrawer(to, words)] as const;
  const [before, after] = sides;
  const side = ({ number, capturedAt }: Compared['from']) =>
    t('side', { n: number, date: formatTime(capturedAt, locale, true) });
  return (
    <table className="diff">
      <thead>
        <tr>
          <th scope="col">{side(from)}</th>
          <th scope="col">{side(to)}</th>
        </tr>
      </thead>
      <tbody>
        {comparison.rows.map((row, at) => {
          if (row.kind === 'folded')
            return (
              <tr key={at} className="diff-fold">
                <td colSpan={2}>{t('folded', { n: row.count })}</td>
              </tr>
            );
          if (row.kind === 'moved-away' || row.kind === 'moved-here')
            return <MovedRow key={at} row={row} sides={sides} langs={[lang, lang]} locale={locale} />;
          return (
            <tr key={at} className={`diff-${row.kind}`}>
              <Cell html={drawOld(row.pieces, before)} lang={lang} />
              <Cell html={drawNew(row.pieces, before, after)} lang={lang} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Cell({ html, lang }: { html: string; lang: string }) {
  // Written by diff-html.ts, which escapes everything in it.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
  return <td lang={lang} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}
