import type { ReactNode } from 'react';
import { Margin, Rail, SetAside } from '#components/annotation/cards.tsx';
import { LightMargin, LightRail, LightSetAside } from '#components/annotation/light-margin.tsx';
import { DiscussLink } from '#components/comment/discuss-link.tsx';
import { SourceNotice } from '#components/history/source-notice.tsx';
import { LiveOffer } from '#components/live/live-offer.tsx';
import { LinkButton } from '#components/ui/button.tsx';
import { EmptyState } from '#components/ui/empty-state.tsx';
import type { ArticlePage } from '#lib/flows/article-page.ts';
import type { Locale } from '#lib/i18n/locale.ts';
import { translator } from '#lib/i18n/translator.ts';
import { drawArticle } from './drawing.ts';
import { ArticleHead } from './head.tsx';
import { KeysDialog } from './keys-dialog.tsx';

/** The article as everybody can read it: all of it is in the HTML, the script only moves what stands there. */
export function GuestReader({
  page,
  comments,
  locale,
  children,
}: {
  page: ArticlePage;
  /** In the discussion under the article. */
  comments: number;
  locale: Locale;
  /** The discussion. */
  children: ReactNode;
}) {
  const words = translator(locale, 'article');
  const cardWords = { locale, card: translator(locale, 'card'), verdict: translator(locale, 'verdict') };
  const { article, annotations } = page;
  const { prose, light } = drawArticle(page, cardWords);
  const orphaned = { title: words('setAside.orphaned'), hint: words('setAside.orphanedHint') };
  const withdrawn = { title: words('setAside.withdrawn'), hint: words('setAside.withdrawnHint') };
  return (
    <main
      id="main"
      className="page"
      data-reader="guest"
      data-article={article.id}
      data-position={page.position}
    >
      <LiveOffer locale={locale} />
      {light ? <LightRail /> : <Rail annotations={annotations} />}
      <article className="text">
        <ArticleHead
          article={article}
          labels={page.labels}
          comments={comments}
          locale={locale}
          words={words}
        />
        <SourceNotice page={page} locale={locale} />
        {/* The HTML is written by our own serializer from a document of our schema; everything in it is escaped. */}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: see above */}
        <div className="prose" lang={article.lang} dir="auto" dangerouslySetInnerHTML={{ __html: prose }} />
        {annotations.length === 0 && page.orphaned.length === 0 && light === null ? (
          <Invitation slug={article.slug} locale={locale} />
        ) : null}
        {light ? (
          <>
            <LightSetAside name="orphaned" {...light.orphaned} {...orphaned} />
            <LightSetAside name="withdrawn" {...light.withdrawn} {...withdrawn} />
          </>
        ) : (
          <>
            <SetAside name="orphaned" annotations={page.orphaned} words={cardWords} {...orphaned} />
            <SetAside name="withdrawn" annotations={page.withdrawn} words={cardWords} {...withdrawn} />
          </>
        )}
      </article>
      {light ? (
        <LightMargin cards={light.cards} title={words('annotations')} words={cardWords.card} />
      ) : (
        <Margin
          annotations={annotations}
          words={cardWords}
          title={words('annotations')}
          actions={({ id, counts }) => <DiscussLink id={id} comments={counts.comments} locale={locale} />}
        />
      )}
      {children}
      <KeysDialog words={words} />
    </main>
  );
}

function Invitation({ slug, locale }: { slug: string; locale: Locale }) {
  const words = translator(locale, 'article');
  const common = translator(locale, 'common');
  const back = `next=${encodeURIComponent(`/articles/${slug}`)}`;
  return (
    <EmptyState
      title={words('emptyTitle')}
      actions={
        <>
          <LinkButton href={`/sign-in?${back}`}>{common('signIn')}</LinkButton>
          <LinkButton href={`/sign-up?${back}`} look="quiet">
            {common('signUp')}
          </LinkButton>
        </>
      }
    >
      <p>{words('emptyGuest')}</p>
    </EmptyState>
  );
}
