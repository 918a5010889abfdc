import { lookOf } from '#components/annotation/passage.ts';
import { revisionPath } from '#components/history/paths.ts';
import { Standing } from '#components/ruling/standing.tsx';
import { Notice } from '#components/ui/notice.tsx';
import { Time } from '#components/ui/time.tsx';
import { VerdictLabel } from '#components/verdict/verdict-label.tsx';
import type { ClaimPage } from '#lib/flows/claim-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';

interface ClaimHeadProps {
  page: ClaimPage;
  locale: Locale;
}

/** What is claimed, where, by whom it was marked, and what it shows. */
export function ClaimHead({ page: { annotation, article, original }, locale }: ClaimHeadProps) {
  const t = translator(locale, 'claim');
  const look = lookOf(annotation);
  const { statement, target, author, createdAt, editedAt, state, ruling } = annotation;
  const isRuled = state === 'withdrawn' && ruling?.state === 'published';
  return (
    <header className={`claim-head v-${look}`}>
      <p className="kicker">
        {t(original ? 'claimInOriginal' : annotation.kind === 'claim' ? 'claimIn' : 'remarkIn')}{' '}
        <a href={`/articles/${article.slug}`} lang={article.lang} dir="auto">
          {article.title}
        </a>
        {article.site && <span> · {article.site}</span>}
      </p>
      {state !== 'active' && (
        <Notice>
          <p>{t(isRuled ? 'withdrawnRuled' : state)}</p>
        </Notice>
      )}
      <h1 dir="auto">{statement ?? <q lang={article.lang}>{target.exact}</q>}</h1>
      <p className="claim-verdict">
        <VerdictLabel shown={look} words={translator(locale, 'verdict')} />
        {state === 'active' && <Why annotation={annotation} locale={locale} />}
      </p>
      {annotation.verdict && state === 'active' && <Standing verdict={annotation.verdict} locale={locale} />}
      <p className="claim-origin dotted">
        <span>
          {t.rich('by', {
            name: author.name,
            person: (name) => <a href={`/people/${author.handle}`}>{name}</a>,
          })}
        </span>
        <Time value={createdAt} locale={locale} />
        {editedAt && <span>{t('edited')}</span>}
        {target.revision < annotation.anchor.revision && (
          <a href={revisionPath(article.slug, target.revision, annotation.anchor.revision)}>
            {t('ofRevision', { n: target.revision })}
          </a>
        )}
      </p>
    </header>
  );
}

/** Why it shows this and nothing else. */
function Why({ annotation: { verdict }, locale }: { annotation: ClaimPage['annotation']; locale: Locale }) {
  const t = translator(locale, 'claim');
  if (!verdict) return null;
  const { shown, tally, basis } = verdict;
  // How many judged it stands with the way to unfold it.
  if (verdict.folded) return null;
  if (basis === 'ruling') {
    return (
      <a className="small" href="#ruling">
        {translator(locale, 'ruling')('heading')}
      </a>
    );
  }
  if (shown === 'open') return <span className="small">{t('openWhy')}</span>;
  if (shown === 'disputed') return <span className="small">{t('disputedWhy')}</span>;
  return <span className="small">{t('tallyText', { total: tally.total, sourced: tally.sourced })}</span>;
}
