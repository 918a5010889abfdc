import { Margin, Rail, SetAside } from '#components/annotation/cards.tsx';
import { LightMargin, LightRail, LightSetAside } from '#components/annotation/light-margin.tsx';
import { drawArticle } from '#components/article/drawing.ts';
import { ArticleHead } from '#components/article/head.tsx';
import { KeysDialog } from '#components/article/keys-dialog.tsx';
import { Icon } from '#components/ui/icon.tsx';
import { formatTime } from '#components/ui/time.tsx';
import { FoldsNotice } from '#components/verdict/folds-notice.tsx';
import type { Folds } from '#lib/assessment/reveal/schema.ts';
import type { RevisionPage } from '#lib/flows/revision-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { historyPath, revisionPath } from './paths.ts';

/** A revision as everybody can read it, with the annotations where they stood in it. Nothing can be added to it. */
export function RevisionReader({
  page,
  folds,
  locale,
}: {
  page: RevisionPage;
  /** What was unfolded because its reader asked. */
  folds: Folds;
  locale: Locale;
}) {
  const words = translator(locale, 'article');
  const cardWords = { locale, card: translator(locale, 'card'), verdict: translator(locale, 'verdict') };
  const { article, annotations } = page;
  const { prose, light } = drawArticle(page, cardWords);
  const orphaned = { title: words('setAside.orphaned'), hint: words('setAside.orphanedThen') };
  return (
    <main id="main" className="page" data-reader="guest" data-article={article.id}>
      {light ? <LightRail /> : <Rail annotations={annotations} />}
      <article className="text">
        <WhichRevision page={page} locale={locale} />
        <FoldsNotice
          folds={folds}
          href={revisionPath(article.slug, article.revision.number, 0)}
          locale={locale}
        />
        <ArticleHead article={article} labels={page.labels} locale={locale} words={words} />
        {/* The HTML is written by our own serializer from a document of our schema; everything in it is escaped. */}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: see above */}
        <div className="prose" lang={article.lang} dir="auto" dangerouslySetInnerHTML={{ __html: prose }} />
        {light ? (
          <LightSetAside name="orphaned" {...light.orphaned} {...orphaned} />
        ) : (
          <SetAside name="orphaned" annotations={page.orphaned} words={cardWords} {...orphaned} />
        )}
      </article>
      {light ? (
        <LightMargin cards={light.cards} title={words('annotations')} words={cardWords.card} />
      ) : (
        <Margin annotations={annotations} words={cardWords} title={words('annotations')} />
      )}
      <KeysDialog words={words} />
    </main>
  );
}

function WhichRevision({ page, locale }: { page: RevisionPage; locale: Locale }) {
  const t = translator(locale, 'history');
  const { article, newest } = page;
  const { number, capturedAt } = article.revision;
  const date = formatTime(capturedAt, locale);
  return (
    <aside className="which-revision" aria-label={t('revision', { n: number })}>
      <Icon name="info" />
      <p>{number === newest ? t('isNewest', { n: number }) : t('notNewest', { n: number, date })}</p>
      <p className="row">
        <a href={revisionPath(article.slug, newest, newest)}>{t('toNewest')}</a>
        {number < newest && (
          <a href={`${historyPath(article.slug, { from: number, to: newest })}#compared`}>{t('toChanges')}</a>
        )}
        <a href={historyPath(article.slug)}>{t('heading')}</a>
      </p>
    </aside>
  );
}
