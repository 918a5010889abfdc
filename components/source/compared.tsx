import { drawNew, drawOld, SideDrawer } from '#components/history/diff-html.ts';
import { MovedRow } from '#components/history/moved-row.tsx';
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
        <table className="diff">
          <thead>
            <tr>
              <th scope="col">{before}</th>
              <th scope="col">{after}</th>
            </tr>
          </thead>
          <tbody>
            <Rows compared={compared} locale={locale} />
          </tbody>
        </table>
      )}
      {comparison.leftOut > 0 && <p>{t('compareLeftOut', { n: comparison.leftOut })}</p>}
    </section>
  );
}

function Rows({
  compared: { from, to, comparison },
  locale,
}: {
  compared: ComparedSnapshots;
  locale: Locale;
}) {
  const t = translator(locale, 'sources');
  const words = { card: translator(locale, 'card'), verdict: translator(locale, 'verdict') };
  const side = ({ text }: ComparedSnapshots['from']) => new SideDrawer({ text, annotations: [] }, words);
  const sides = [side(from), side(to)] as const;
  const [before, after] = sides;
  const langs = [from.lang ?? undefined, to.lang ?? undefined] as const;
  return comparison.rows.map((row, at) =>
    row.kind === 'folded' ? (
      <tr key={at} className="diff-fold">
        <td colSpan={2}>{t('compareFolded', { n: row.count })}</td>
      </tr>
    ) : row.kind === 'moved-away' || row.kind === 'moved-here' ? (
      <MovedRow key={at} row={row} sides={sides} langs={langs} locale={locale} />
    ) : (
      <tr key={at} className={`diff-${row.kind}`}>
        <Cell html={drawOld(row.pieces, before)} lang={from.lang} />
        <Cell html={drawNew(row.pieces, before, after)} lang={to.lang} />
      </tr>
    ),
  );
}

function Cell({ html, lang }: { html: string; lang: string | null }) {
  // Written by diff-html.ts, which escapes everything in it.
  // biome-ignore lint/security/noDangerouslySetInnerHtml: see above
  return <td lang={lang ?? undefined} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />;
}
