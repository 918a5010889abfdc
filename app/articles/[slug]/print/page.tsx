import '../../../styles/print.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PrintedPage } from '#components/print/printed-article.tsx';
import { getArticleHead } from '#lib/flows/article-page.ts';
import { getPrintedArticle } from '#lib/flows/print-article.ts';
import type { SearchParams } from '#lib/http/account-page.ts';
import { asksToReveal } from '#lib/http/own-choice.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: SearchParams;
}

export async function generateMetadata({ params }: Pick<Props, 'params'>): Promise<Metadata> {
  const article = await getArticleHead(decodeURIComponent((await params).slug));
  if (!article) return {};
  // The article itself is what is to be found.
  return {
    title: translator(await getLocale(), 'print')('title', { title: article.title }),
    robots: { index: false },
  };
}

export default async function PrintPage({ params, searchParams }: Props) {
  const [locale, viewer, reveal] = await Promise.all([getLocale(), getViewer(), asksToReveal(searchParams)]);
  const slug = decodeURIComponent((await params).slug);
  const printed = await getPrintedArticle(slug, locale, { viewer, reveal });
  if (!printed) notFound();
  return <PrintedPage printed={printed} folds={printed.folds} locale={locale} />;
}
