import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { Discussion } from '#components/comment/discussion.tsx';
import { ThreadAlone } from '#components/comment/thread-alone.tsx';
import { id as annotationId } from '#lib/errors/fields.ts';
import { readThreadView, type ThreadAddress } from '#lib/flows/thread-page.ts';
import { findAnnotationPlace } from '#lib/flows/thread-place.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<ThreadAddress>;
}

const loadPlace = cache(async (id: string) =>
  annotationId.safeParse(id).success ? findAnnotationPlace(id) : null,
);

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const found = await loadPlace((await params).id);
  if (!found) return {};
  const title = translator(await getLocale(), 'thread')('aloneTitle', { title: found.title });
  // It stands in the whole page as well, and is to be found there.
  return { title, robots: { index: false }, alternates: { canonical: found.place.path } };
}

export default async function ClaimDiscussionPage({ params, searchParams }: Props) {
  const [found, viewer, locale] = await Promise.all([loadPlace((await params).id), getViewer(), getLocale()]);
  if (!found) notFound();
  const { place } = found;
  const view = await readThreadView(viewer, place.id, await searchParams);
  return (
    <ThreadAlone {...found} locale={locale}>
      <Discussion place={place} view={view} viewer={viewer} locale={locale} />
    </ThreadAlone>
  );
}
