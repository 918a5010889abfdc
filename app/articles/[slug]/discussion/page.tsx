import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { aloneMetadata, ThreadAlone } from '#components/comment/thread-alone.tsx';
import { readThreadView, type ThreadAddress } from '#lib/flows/thread-page.ts';
import { findArticlePlace } from '#lib/flows/thread-place.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<ThreadAddress>;
}

const loadPlace = cache(async (slug: string) => findArticlePlace(decodeURIComponent(slug)));

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const found = await loadPlace((await params).slug);
  return found ? aloneMetadata(found, await getLocale()) : {};
}

export default async function ArticleDiscussionPage({ params, searchParams }: Props) {
  const [found, viewer, locale] = await Promise.all([
    loadPlace((await params).slug),
    getViewer(),
    getLocale(),
  ]);
  if (!found) notFound();
  const view = await readThreadView(viewer, found.place.id, await searchParams);
  return <ThreadAlone found={found} view={view} viewer={viewer} locale={locale} />;
}
