import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { aloneMetadata, ThreadAlone } from '#components/comment/thread-alone.tsx';
import { id as annotationId } from '#lib/errors/fields.ts';
import { readThreadView, type ThreadAddress } from '#lib/flows/thread-page.ts';
import { findAnnotationPlace } from '#lib/flows/thread-place.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';

interface Props {
  params: Promise<{ id: string }>;
  searchParams: Promise<ThreadAddress>;
}

const loadPlace = cache(async (id: string) =>
  annotationId.safeParse(id).success ? findAnnotationPlace(id) : null,
);

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const found = await loadPlace((await params).id);
  return found ? aloneMetadata(found, await getLocale()) : {};
}

export default async function ClaimDiscussionPage({ params, searchParams }: Props) {
  const [found, viewer, locale] = await Promise.all([loadPlace((await params).id), getViewer(), getLocale()]);
  if (!found) notFound();
  const view = await readThreadView(viewer, found.place.id, await searchParams);
  return <ThreadAlone found={found} view={view} viewer={viewer} locale={locale} />;
}
