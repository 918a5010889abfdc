import type { ComparisonRow } from '#lib/article/revision/comparison.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { drawNew, drawOld, type SideDrawer } from './diff-html.ts';
import { DrawnText } from './drawn-text.tsx';
import { MovedRow } from './moved-row.tsx';

interface DiffTableProps {
  rows: readonly ComparisonRow[];
  /** The text before and the text now. */
  sides: readonly [SideDrawer, SideDrawer];
  /** What each of them is called. */
  heads: readonly [string, string];
  langs: readonly [string | undefined, string | undefined];
  locale: Locale;
}

/**
 * Two texts beside each other, paragraph by paragraph. Where there is no room for both, CSS shows the second column alone:
 * what went stands in it too.
 */
export function DiffTable({ rows, sides, heads, langs, locale }: DiffTableProps) {
  const t = translator(locale, 'history');
  const [before, after] = sides;
  return (
    <table className="diff">
      <thead>
        <tr>
          <th scope="col">{heads[0]}</th>
          <th scope="col">{heads[1]}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, at) => {
          if (row.kind === 'folded')
            return (
              <tr key={at} className="diff-fold">
                <td colSpan={2}>{t('folded', { n: row.count })}</td>
              </tr>
            );
          if (row.kind === 'moved-away' || row.kind === 'moved-here')
            return <MovedRow key={at} row={row} sides={sides} langs={langs} locale={locale} />;
          return (
            <tr key={at} className={`diff-${row.kind}`}>
              <DrawnText Tag="td" html={drawOld(row.pieces, before)} lang={langs[0]} />
              <DrawnText Tag="td" html={drawNew(row.pieces, before, after)} lang={langs[1]} />
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
