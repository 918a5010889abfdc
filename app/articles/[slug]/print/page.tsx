import '../../../styles/print.css';
import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { PrintedPage } from '#components/print/printed-article.tsx';
import { getArticleHead } from '#lib/flows/article-page.ts';
import { getPrintedArticle } from '#lib/flows/print-article.ts';
import { getLocale } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';

interface Props {
  params: Promise<{ slug: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const article = await getArticleHead(decodeURIComponent((await params).slug));
  if (!article) return {};
  // The article itself is what is to be found.
  return {
    title: translator(await getLocale(), 'print')('title', { title: article.title }),
    robots: { index: false },
  };
}

export default async function PrintPage({ params }: Props) {
  const locale = await getLocale();
  const printed = await getPrintedArticle(decodeURIComponent((await params).slug), locale);
  if (!printed) notFound();
  return <PrintedPage printed={printed} locale={locale} />;
}
