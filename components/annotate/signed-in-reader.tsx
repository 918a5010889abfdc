import type { ReactNode } from 'react';
import { weave } from '#components/annotation/marks.ts';
import { passagesOf } from '#components/annotation/passage.ts';
import { THREAD_RULES } from '#components/comment/rules.ts';
import { LiveOffer } from '#components/live/live-offer.tsx';
import { STATEMENT_MAX } from '#lib/annotation/schema.ts';
import { RATIONALE_MAX } from '#lib/assessment/schema.ts';
import { documentHtml } from '#lib/document/html.ts';
import { SOURCE_TEXT_MAX, STANCES } from '#lib/evidence/schema.ts';
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
};

/** The article page of somebody who is signed in: readable as it is served, a workspace as soon as the script runs. */
export function SignedInReader({
  page,
  viewer,
  locale,
  children,
}: {
  page: ArticlePage;
  viewer: Actor;
  locale: Locale;
  /** The discussion. */
  children: ReactNode;
}) {
  const words = { card: translator(locale, 'card'), verdict: translator(locale, 'verdict') };
  const html = documentHtml(page.document, weave(passagesOf(page.annotations, words)));
  const { id, handle, name, role } = viewer;
  return (
    <WorkspaceLoader
      page={page}
      html={html}
      viewer={{ id, handle, name, role }}
      locale={locale}
      rules={RULES}
      offer={<LiveOffer locale={locale} />}
      messages={pickMessages(locale, [
        'annotate',
        'article',
        'card',
        'common',
        'editor',
        'form',
        'problems',
        'thread',
        'verdict',
      ])}
    >
      {children}
    </WorkspaceLoader>
  );
}
