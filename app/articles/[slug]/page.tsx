import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { SignedInReader } from '#components/annotate/signed-in-reader.tsx';
import { GuestReader } from '#components/article/guest-reader.tsx';
import { Discussion } from '#components/comment/discussion.tsx';
import { BringLink } from '#components/exhibit/bring-link.tsx';
import { ExhibitFor } from '#components/exhibit/exhibit-for.tsx';
import { articlePlace } from '#lib/comment/place.ts';
import { canLayExhibit } from '#lib/exhibit/policy.ts';
import { getArticleHead, getArticlePage } from '#lib/flows/article-page.ts';
import { getExhibitPage } from '#lib/flows/exhibit-page.ts';
import { revealOnPage } from '#lib/flows/folds.ts';
import { readThreadView, type ThreadAddress } from '#lib/flows/thread-page.ts';
import { asksToReveal } from '#lib/http/own-choice.ts';
import { pageMetadata } from '#lib/http/page-metadata.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';
import { getSetting } from '#lib/settings/queries.ts';
import { canTakePart } from '#lib/user/policy.ts';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<ThreadAddress & { reveal?: string | string[] }>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  // Asked for before the page is rendered, apart from it: what the page reads is not shared.
  const article = await getArticleHead(decodeURIComponent((await params).slug));
  if (!article) return {};
  const { title, slug, byline, site, claims } = article;
  const locale = await getLocale();
  const words = translator(locale, 'article');
  const counted = claims > 0 ? `${claims} ${words('claims', { n: claims })}` : null;
  return pageMetadata({
    title,
    description:
      [site, byline && words('by', { name: byline }), counted].filter(Boolean).join(' · ') || title,
    path: `/articles/${encodeURIComponent(slug)}`,
    type: 'article',
    locale,
    picture: { path: `/api/articles/${encodeURIComponent(slug)}/picture?v=${claims}`, alt: title },
  });
}

export default async function ArticlePage({ params, searchParams }: Props) {
  const [viewer, locale, reveal] = await Promise.all([getViewer(), getLocale(), asksToReveal(searchParams)]);
  const slug = decodeURIComponent((await params).slug);
  const folds = await revealOnPage({ viewer, reveal }, slug);
  const page = await getArticlePage(slug, viewer);
  if (!page) notFound();
  const { article } = page;
  const address = await searchParams;
  const [view, exhibit, importRole] = await Promise.all([
    readThreadView(viewer, article.id, address),
    getExhibitPage(viewer, { id: article.id, revisionNumber: article.revision.number }, address),
    viewer && getSetting('articles.import-role'),
  ]);
  const mayBring = importRole !== null && canLayExhibit(viewer, article, importRole);
  const discussion = (
    <>
      <Discussion
        place={articlePlace(article, article.revision.number)}
        view={view}
        viewer={viewer}
        locale={locale}
      />
      {exhibit && (
        <ExhibitFor page={exhibit} article={article} viewer={viewer} locale={locale} mayBring={mayBring} />
      )}
      {!exhibit && mayBring && <BringLink slug={article.slug} locale={locale} />}
    </>
  );
  // Who only reads is sent nothing that only writers need.
  return viewer && canTakePart(viewer) ? (
    <SignedInReader page={page} folds={folds} comments={view.total} viewer={viewer} locale={locale}>
      {discussion}
    </SignedInReader>
  ) : (
    <GuestReader page={page} comments={view.total} locale={locale}>
      {discussion}
    </GuestReader>
  );
}
