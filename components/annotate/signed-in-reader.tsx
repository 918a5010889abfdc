import type { ReactNode } from 'react';
import { drawArticle } from '#components/article/drawing.ts';
import { THREAD_RULES } from '#components/comment/rules.ts';
import { SourceNotice } from '#components/history/source-notice.tsx';
import { LiveOffer } from '#components/live/live-offer.tsx';
import { FoldsNotice } from '#components/verdict/folds-notice.tsx';
import { STATEMENT_MAX } from '#lib/annotation/schema.ts';
import type { Folds } from '#lib/assessment/reveal/schema.ts';
import { RATIONALE_MAX } from '#lib/assessment/schema.ts';
import { SOURCE_KINDS, SOURCE_TEXT_MAX, STANCES } from '#lib/evidence/schema.ts';
import type { ArticlePage } from '#lib/flows/article-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { pickMessages, translator } from '#lib/i18n/translator.ts';
import type { Actor } from '#lib/user/schema.ts';
import { WorkspaceLoader } from './workspace-loader.tsx';

const RULES = {
  statementMax: STATEMENT_MAX,
  rationaleMax: RATIONALE_MAX,
  ...THREAD_RULES,
  sourceTextMax: SOURCE_TEXT_MAX,
  stances: STANCES,
  sourceKinds: SOURCE_KINDS,
};

/** The article page of somebody who is signed in: readable as it is served, a workspace as soon as the script runs. */
export function SignedInReader({
  page,
  folds,
  comments,
  viewer,
  locale,
  children,
}: {
  page: ArticlePage;
  /** What was unfolded because they asked. */
  folds: Folds;
  /** In the discussion under the article. */
  comments: number;
  viewer: Actor;
  locale: Locale;
  /** The discussion. */
  children: ReactNode;
}) {
  const words = { locale, card: translator(locale, 'card'), verdict: translator(locale, 'verdict') };
  const { id, handle, name, role } = viewer;
  return (
    <WorkspaceLoader
      // What was drawn is not sent a second time as data.
      page={{ ...page, briefs: [], images: undefined }}
      comments={comments}
      drawing={drawArticle(page, words)}
      viewer={{ id, handle, name, role }}
      locale={locale}
      rules={RULES}
      now={new Date().toISOString()}
      offer={<LiveOffer locale={locale} />}
      notice={
        <>
          <FoldsNotice
            folds={folds}
            href={`/articles/${encodeURIComponent(page.article.slug)}`}
            locale={locale}
          />
          <SourceNotice page={page} locale={locale} />
        </>
      }
      messages={pickMessages(locale, [
        'annotate',
        'article',
        'card',
        'common',
        'editor',
        'exhibit',
        'form',
        'history',
        'label',
        'problems',
        'rating',
        'thread',
        'verdict',
      ])}
    >
      {children}
    </WorkspaceLoader>
  );
}
