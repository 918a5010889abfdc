import '../styles/texts.css';
import type { Metadata } from 'next';
import { PublicText } from '#components/texts/public-text.tsx';
import { readPublicText } from '#lib/flows/public-texts.ts';
import { pageMetadata } from '#lib/http/page-metadata.ts';
import { getLocale, getViewer } from '#lib/http/viewer.ts';
import { translator } from '#lib/i18n/translator.ts';

export async function generateMetadata(): Promise<Metadata> {
  const t = translator(await getLocale(), 'textsPage');
  return pageMetadata({
    title: t('methodology'),
    description: t('methodologyDescription'),
    path: '/methodology',
  });
}

export default async function MethodologyPage() {
  const [viewer, locale] = await Promise.all([getViewer(), getLocale()]);
  return (
    <main id="main" className="column text-page">
      <PublicText text={await readPublicText('methodology', locale)} viewer={viewer} locale={locale} />
    </main>
  );
}
