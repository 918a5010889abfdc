import { WordDiff } from '#components/annotation/word-diff.tsx';
import { formatTime } from '#components/ui/time.tsx';
import type { RevisionHead } from '#lib/article/revision/head.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';

interface HeadDifferenceProps {
  from: RevisionHead | null;
  to: RevisionHead | null;
  lang: string;
  locale: Locale;
}

/** What the source says above its text in one revision and in another, where that differs; else nothing. */
export function HeadDifference({ from, to, lang, locale }: HeadDifferenceProps) {
  const lines = headLines(from, to, lang, locale);
  if (lines.length === 0) return null;
  return (
    <dl className="head-difference">
      {lines.map(({ name, before, after, lang: spoken }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <WordDiff before={before} after={after} lang={spoken} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What differs above the text: only what is known of both. */
export function headLines(from: RevisionHead | null, to: RevisionHead | null, lang: string, locale: Locale) {
  const t = translator(locale, 'history');
  const date = (value: string | null | undefined) =>
    value ? formatTime(value, locale, value.length > 10) : null;
  const all = [
    { name: t('head.title'), before: from?.title, after: to?.title, lang },
    { name: t('head.byline'), before: from?.byline, after: to?.byline, lang },
    { name: t('head.date'), before: date(from?.publishedAt), after: date(to?.publishedAt), lang: locale },
  ];
  return all.flatMap(({ before, after, ...line }) =>
    before && after && before !== after ? [{ ...line, before, after }] : [],
  );
}
