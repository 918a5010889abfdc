import { Icon } from '#components/ui/icon.tsx';
import type { ComparisonRow } from '#lib/article/revision/comparison.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { drawNew, type SideDrawer } from './diff-html.ts';
import { DrawnText } from './drawn-text.tsx';

interface MovedRowProps {
  row: Extract<ComparisonRow, { kind: 'moved-away' | 'moved-here' }>;
  /** The text before and the text now. */
  sides: readonly [SideDrawer, SideDrawer];
  langs: readonly [string | undefined, string | undefined];
  locale: Locale;
}

/** Where a paragraph stood, or where it stands now, with the way to the other place. */
export function MovedRow({ row, sides: [before, after], langs, locale }: MovedRowProps) {
  const t = translator(locale, 'history');
  const { move, isUp, pieces } = row;
  const isAway = row.kind === 'moved-away';
  const way = isUp === isAway ? 'up' : 'down';
  const { oldStart = 0, oldEnd = 0, newStart = 0, newEnd = 0 } = pieces[0] ?? {};
  const link = (
    <a
      className="diff-move"
      id={`move-${move}-${isAway ? 'from' : 'to'}`}
      href={`#move-${move}-${isAway ? 'to' : 'from'}`}
      lang={locale}
    >
      <Icon name={way === 'up' ? 'arrow-up' : 'arrow-down'} />
      <span>
        {isAway
          ? t('moved.away', { way, words: before.beginning(oldStart, oldEnd) })
          : t('moved.here', { way })}
      </span>
    </a>
  );
  if (row.kind === 'moved-away')
    return (
      <tr className="diff-moved">
        <DrawnText html={before.draw(oldStart, oldEnd)} lang={langs[0]} Tag="td" />
        <td>{link}</td>
      </tr>
    );
  const html = row.edited ? drawNew(row.edited, before, after) : after.draw(newStart, newEnd);
  return (
    <tr className="diff-moved">
      <td />
      <td>
        {link}
        <DrawnText html={html} lang={langs[1]} Tag="div" />
      </td>
    </tr>
  );
}
