import '../../../../styles/history.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { RevisionReader } from '#components/history/revision-reader.tsx';
import { getArticleHead } from '#lib/flows/article-page.ts';
import { revealOnPage } from '#lib/flows/folds.ts';
import { getRevisionPage } from '#lib/flows/revision-page.ts';
import { asksToReveal } from '#lib/http/own-choice.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';

interface Props {
  params: Promise<{ slug: string; number: string }>;
  searchParams: Promise<{ reveal?: string | string[] }>;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const { slug, number } = await params;
  const article = await getArticleHead(decodeURIComponent(slug));
  if (!article) return {};
  const t = translator(await getLocale(), 'history');
  return {
    title: t('readTitle', { title: article.title, n: number }),
    // Who searches is to find the article as it is.
    robots: { index: false },
    alternates: { canonical: `/articles/${encodeURIComponent(article.slug)}` },
  };
}

export default async function RevisionOfArticle({ params, searchParams }: Props) {
  const { slug, number } = await params;
  if (!/^[1-9]\d{0,8}$/.test(number)) notFound();
  const [viewer, locale, reveal] = await Promise.all([getViewer(), getLocale(), asksToReveal(searchParams)]);
  const folds = await revealOnPage({ viewer, reveal }, decodeURIComponent(slug));
  const page = await getRevisionPage(viewer, decodeURIComponent(slug), Number(number));
  if (!page) notFound();
  return <RevisionReader page={page} folds={folds} locale={locale} />;
}
