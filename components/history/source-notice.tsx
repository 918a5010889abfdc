import { Notice } from '#components/ui/notice.tsx';
import { formatTime } from '#components/ui/time.tsx';
import type { ArticlePage } from '#lib/flows/article-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { CheckNotice } from './check-notice.tsx';
import { historyPath, revisionPath } from './paths.ts';

/** Of failures only these say something of the article: the others are trouble on the way to it. */
const ABSENT = new Set(['http-404', 'http-410', 'http-451']);

/** Above the text: that its source took the article back, or shows it no more, or only its beginning. Mostly nothing. */
export function SourceNotice({ page, locale }: { page: ArticlePage; locale: Locale }) {
  const { article, check } = page;
  const { number, showed, capturedAt } = article.revision;
  const t = translator(locale, 'history');
  const told = check?.outcome === 'failed' && !ABSENT.has(check.reason ?? '') ? null : check;
  const date = formatTime(capturedAt, locale);
  return (
    <>
      {(showed === 'withdrawn' || showed === 'correction') && (
        <Notice>
          <p>{t(`instead.${showed}`, { date })}</p>
          <p className="row">
            <a href={revisionPath(article.slug, number - 1, number)}>{t('instead.before')}</a>
            <a href={historyPath(article.slug)}>{t('heading')}</a>
          </p>
        </Notice>
      )}
      <CheckNotice check={told} locale={locale} />
    </>
  );
}
