'use client';

import { useTranslations } from 'use-intl';
import { ArticleHead } from '#components/article/head.tsx';
import { CheckButton } from '#components/history/check-button.tsx';
import { Ago, useClock } from '#components/ui/ago.tsx';
import type { ArticlePage } from '#lib/flows/article-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';

interface WorkspaceHeadProps {
  article: ArticlePage['article'];
  labels: ArticlePage['labels'];
  comments: number;
  /** The server's time. */
  now: string;
  locale: Locale;
}

/** The head of an article for somebody who can have its address looked at again. */
export function WorkspaceHead({ article, labels, comments, now, locale }: WorkspaceHeadProps) {
  const words = useTranslations('article');
  const clock = useClock(now);
  const { id, url, revision } = article;
  return (
    <ArticleHead
      article={article}
      labels={labels}
      comments={comments}
      locale={locale}
      words={words}
      ago={<Ago value={revision.capturedAt} now={clock} locale={locale} />}
    >
      {url && <CheckButton articleId={id} newest={revision.number} look="quiet" />}
    </ArticleHead>
  );
}
