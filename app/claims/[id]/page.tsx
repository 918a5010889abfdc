import '../../styles/claim.css';
import '../../styles/ruling.css';
import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { ClaimHead } from '#components/claim/claim-head.tsx';
import { ClaimReview } from '#components/claim/claim-review.tsx';
import { Evidence } from '#components/claim/evidence.tsx';
import { Family } from '#components/claim/family.tsx';
import { FamilyActions } from '#components/claim/family-actions.tsx';
import { History } from '#components/claim/history.tsx';
import { Labels } from '#components/claim/labels.tsx';
import { PassageInContext } from '#components/claim/passage-in-context.tsx';
import { Verdicts } from '#components/claim/verdicts.tsx';
import { Discussion } from '#components/comment/discussion.tsx';
import { LiveOffer } from '#components/live/live-offer.tsx';
import { RulingSection } from '#components/ruling/ruling-section.tsx';
import { annotationPlace } from '#lib/comment/place.ts';
import { id as annotationId } from '#lib/errors/fields.ts';
import { getClaimPage } from '#lib/flows/claim-page.ts';
import { reviewOf } from '#lib/flows/claim-reviews.ts';
import { readLabels } from '#lib/flows/label.ts';
import { readThreadView, type ThreadAddress } from '#lib/flows/thread-page.ts';
import { asksToReveal } from '#lib/http/own-choice.ts';
import { pageMetadata } from '#lib/http/page-metadata.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';
import { canLabel } from '#lib/label/policy.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<ThreadAddress & { reveal?: string | string[] }>;
}

const loadPage = cache(async (id: string, reveal: boolean) =>
  annotationId.safeParse(id).success ? getClaimPage(await getViewer(), id, { reveal }) : null,
);

const load = async ({ params, searchParams }: Props) =>
  loadPage((await params).id, await asksToReveal(searchParams));

export async function generateMetadata(props: Props): Promise<Metadata> {
  const page = await load(props);
  if (!page) return {};
  const { annotation, article } = page;
  const locale = await getLocale();
  const t = translator(locale, 'claim');
  const verdict = translator(locale, 'verdict');
  const { sources, assessments } = annotation.counts;
  const title = annotation.statement ?? t('remarkTitle', { words: annotation.target.exact.slice(0, 80) });
  const shown = annotation.verdict?.shown ?? 'remark';
  const isActive = annotation.state === 'active';
  return pageMetadata({
    title,
    description: annotation.verdict
      ? t('claimDescription', {
          verdict: verdict(annotation.verdict.shown),
          title: article.title,
          sources,
          assessments,
        })
      : t('remarkDescription', { title: article.title }),
    path: `/claims/${annotation.id}`,
    type: 'article',
    locale,
    hidden: !isActive,
    picture: isActive
      ? {
          // The version makes it another address, for those who keep pictures by it.
          path: `/api/annotations/${annotation.id}/picture?v=${annotation.version}-${shown}`,
          alt: `${verdict(shown)}: ${title}`,
        }
      : null,
    data: isActive ? { 'application/ld+json': `/claims/${annotation.id}` } : {},
  });
}

export default async function ClaimPage(props: Props) {
  const [page, viewer, locale] = await Promise.all([load(props), getViewer(), getLocale()]);
  if (!page) notFound();
  const { annotation, article } = page;
  // Nobody chose it. At this address the link that shows the verdicts would lead to a place on the page, not to them.
  if (annotation.verdict?.folded && (await props.searchParams).reveal) redirect(`/claims/${annotation.id}`);
  const view = await readThreadView(viewer, annotation.id, await props.searchParams);
  const own = canLabel(viewer, { state: annotation.state, articleState: article.state })
    ? await readLabels(viewer, annotation.id)
    : null;
  const place = annotationPlace(annotation, article, annotation.anchor.revision);
  return (
    <main
      id="main"
      className="column claim-page"
      data-article={article.id}
      data-annotation={annotation.id}
      data-position={page.position}
    >
      <ClaimReview review={reviewOf(page)} />
      <LiveOffer locale={locale} />
      <ClaimHead page={page} locale={locale} />
      <RulingSection page={page} locale={locale} />
      <PassageInContext page={page} locale={locale} />
      <Evidence page={page} viewer={viewer} locale={locale} />
      <Verdicts page={page} viewer={viewer} locale={locale} />
      <Labels page={page} own={own} locale={locale} />
      <Family page={page} locale={locale} />
      <FamilyActions page={page} locale={locale} />
      <Discussion place={place} view={view} viewer={viewer} locale={locale} />
      <History page={page} locale={locale} />
    </main>
  );
}
